/** Share of a stage’s orders, in percent, above which failures stop a staged run unless the agent says otherwise. */
export const STOP_ABOVE_PERCENT = 20;
