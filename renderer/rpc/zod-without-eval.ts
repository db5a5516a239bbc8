import { z } from 'zod';

// Must run before any schema is made: Zod otherwise tries whether it may compile code, which the page's policy forbids.
z.config({ jitless: true });
