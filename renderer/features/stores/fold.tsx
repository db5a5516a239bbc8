import { type ReactNode, useState } from 'react';

/** A part of a form that is opened by hand or by what is wrong in it, and closed by hand only: the focus may be inside. */
export function Fold({
  title,
  opens,
  children,
}: {
  readonly title: string;
  readonly opens: boolean;
  readonly children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen || opens} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
