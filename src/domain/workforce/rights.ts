/** What a person does here; held on one portfolio or on all of them (M-225). */
export const roles = [
  'manager',
  'analyst',
  'supervisor',
  'agent',
  'back_office',
  'compliance',
  'administrator',
  /** Trained for customers in vulnerable circumstances; held beside `agent` or `supervisor`. */
  'specialist',
] as const;

export type Role = (typeof roles)[number];

/** What each right lets a person do, and the roles that hold it: least privilege by role. */
const table = {
  /** See a customer's case: who, what is owed, history. */
  'case.read': ['agent', 'supervisor', 'manager', 'back_office', 'compliance'],
  /** Work cases: take the next one, call, verify, agree, finish. */
  'case.work': ['agent', 'supervisor'],
  /** Set or lift a hold outside a conversation. */
  'case.hold': ['supervisor', 'back_office', 'compliance'],
  /** Correct where a customer lives, who is tied to them, whose a number is and what debts are. */
  'case.correct': ['supervisor', 'back_office', 'compliance'],
  /** Add documents to a case and remove them, with a reason. */
  'document.keep': ['supervisor', 'manager', 'back_office', 'compliance'],
  /** Take over or move cases between people; change the order with a reason. */
  'case.move': ['supervisor', 'manager'],
  /** Read and write restricted notes. */
  'note.restricted': ['supervisor', 'manager', 'compliance', 'specialist'],
  /** Be handed the cases of vulnerable customers: whoever is trained for them, nobody else. */
  'vulnerable.work': ['specialist'],
  /** Look again at whether a customer is vulnerable: go on with a next date, or clear it. */
  'vulnerable.review': ['specialist', 'supervisor', 'compliance'],
  /** Approve a plan or offer above an agent's authority. */
  'plan.approve': ['supervisor', 'manager'],
  /** See the payments of a portfolio: never agents, who see money only in a verified call (M-104). */
  'payment.read': ['supervisor', 'manager', 'back_office', 'compliance'],
  /** Book, allocate and reverse payments and credits by hand. */
  'payment.record': ['back_office', 'manager'],
  /** Give money in hand back to a customer: it leaves the books as paid out. */
  'payment.refund': ['back_office', 'manager'],
  /** Approve a booking by hand that somebody else asked for, up to the own limit. */
  'booking.approve': ['back_office', 'manager'],
  /** Load files into the book, and take an import back. */
  'import.run': ['back_office', 'manager'],
  /** Resolve bank entries that matched nothing. */
  'entry.resolve': ['back_office', 'manager'],
  /** Work back-office tasks and record notices. */
  'task.work': ['back_office', 'supervisor', 'manager'],
  /** Reports: bridge, ageing, board, figures, with their rows. */
  'insight.read': ['manager', 'analyst', 'supervisor', 'compliance'],
  /** See what of the data is missing, wrong or unmatched, with its rows. */
  'quality.read': ['back_office', 'supervisor', 'manager'],
  /** Watch the floor. */
  'floor.read': ['supervisor', 'manager'],
  /** Answer what agents ask of the floor. */
  'request.answer': ['supervisor', 'manager'],
  /** Take calls over. */
  'floor.act': ['supervisor'],
  /** Open gate decisions with their facts. */
  'decision.read': ['compliance', 'supervisor', 'manager'],
  /** Ask that a presumed violation passes, once, with a named factor. */
  'contact.override': ['supervisor'],
  /** Approve such a pass that somebody else asked for. */
  'override.approve': ['supervisor', 'manager', 'compliance'],
  /** Read the wishes found in people's words, and say which were none. */
  'refusal.read': ['compliance', 'supervisor', 'back_office'],
  /** Work obligations with a due time: notices, confirmations, answers. */
  'obligation.work': ['back_office', 'compliance', 'supervisor'],
  /** Record notices, late facts and corrections; say which records are one person. */
  'fact.record': ['compliance', 'back_office'],
  /** Approve a correction of a contact that somebody else asked for, where it opens contact. */
  'correction.approve': ['compliance', 'manager'],
  /** Propose or confirm that a rule of unread source speaks; the two are never the same person. */
  'rule.switch': ['compliance', 'manager'],
  /** Decide past contacts again under other rules. */
  'replay.run': ['compliance', 'analyst'],
  /** See what stops contact although no law does, and close it when it is fixed. */
  'alarm.work': ['administrator', 'manager', 'compliance'],
  /** See who has read which customer's file and taken lists out. */
  'access.review': ['compliance'],
  /** Take all that is known of a customer's contacts out as one file. */
  'evidence.export': ['compliance'],
  /** Legal holds, and requests of persons about their data. */
  'person.protect': ['compliance'],
  /** Approve that data is erased or handed out, or kept for another time, as somebody else asks. */
  'person.approve': ['compliance', 'manager'],
  /** Change a portfolio's policy. */
  'portfolio.configure': ['manager'],
  /** Make a portfolio. */
  'portfolio.create': ['manager'],
  /** Change a portfolio’s country and the number it calls from. */
  'portfolio.place': ['manager', 'administrator'],
  /** Confirm or reject a change of the gate's limits that somebody else proposed. */
  'policy.confirm': ['manager', 'compliance'],
  /** Users and their roles. */
  'user.manage': ['administrator'],
  /** Choose who serves telephony, messages, documents and files, and with what settings. */
  'connection.manage': ['administrator'],
  /** Jobs, health, settings. */
  'system.read': ['administrator', 'manager'],
  /** Run the daily job by hand. */
  'system.run': ['administrator', 'manager'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof table;

/**
 * Rights over what belongs to no portfolio: held only by a role on every one of them. Whoever could
 * reset any password from one portfolio could become anyone.
 */
const rightsOverAll: readonly Right[] = [
  'rule.switch',
  'portfolio.create',
  'user.manage',
  'connection.manage',
];

/** Every right, in the order of the table. */
export const allRights = Object.keys(table) as Right[];

/** The roles that hold a right. */
export function rolesWith(right: Right): readonly Role[] {
  return table[right];
}

/** A role held on one portfolio, or on every one when `portfolioId` is null. */
export type RoleHeld = { readonly role: Role; readonly portfolioId: string | null };

/** What somebody has to do on their own account before anything else opens. */
export type Owed = 'password' | 'second-factor';

/** A signed-in person who works here. */
export type UserActor = {
  readonly kind: 'user';
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly RoleHeld[];
  /** The sign-in that this person acts by; absent where the product acts in their name. */
  readonly signInId?: string;
  /** What has to be done on one's own account first: until then the sign-in holds no role. */
  readonly owes?: Owed;
};

/** A customer who acts for themselves: by writing, calling, or later in the portal. */
export type CustomerActor = {
  readonly kind: 'customer';
  readonly customerId: string;
  readonly userId: null;
};

/** The customer, as whoever did what they did by writing or calling. */
export function customerActor(customerId: string): CustomerActor {
  return { kind: 'customer', customerId, userId: null };
}

/** The product itself: the clockwork, and what follows from what an adapter told. */
export type SystemActor = { readonly kind: 'system'; readonly userId: null };

/** Whoever does something. `userId` is who of ours it was; null when it was none of us. */
export type Actor = UserActor | CustomerActor | SystemActor;

/** What the product does without being asked; all else needs a person. */
const systemRights: readonly Right[] = [
  'case.work',
  'import.run',
  'payment.record',
  'portfolio.configure',
  'portfolio.create',
  'system.read',
  'system.run',
];

/**
 * Whether the actor holds the right on that portfolio; without one: on any portfolio. Customers hold
 * none of these rights: what is theirs is found by their own id.
 */
export function may(actor: Actor, right: Right, portfolioId?: string): boolean {
  const on = portfoliosWith(actor, right);
  if (on === 'all') return true;
  return portfolioId === undefined ? on.length > 0 : on.includes(portfolioId);
}

/** The portfolios on which the actor holds the right: `'all'`, or a list that may be empty. */
export function portfoliosWith(actor: Actor, right: Right): 'all' | readonly string[] {
  switch (actor.kind) {
    case 'system':
      return systemRights.includes(right) ? 'all' : [];
    case 'customer':
      return [];
    case 'user': {
      const on = portfoliosOf(actor.roles, table[right]);
      return on !== 'all' && rightsOverAll.includes(right) ? [] : on;
    }
  }
}

function portfoliosOf(
  roles: readonly RoleHeld[],
  able: readonly Role[],
): 'all' | readonly string[] {
  const held = roles.filter(({ role }) => able.includes(role));
  if (held.some(({ portfolioId }) => portfolioId === null)) return 'all';
  return held.flatMap(({ portfolioId }) => (portfolioId === null ? [] : [portfolioId]));
}

const rolesByReach = ['manager', 'supervisor', 'agent'] as const;

/** The role with the widest authority that the actor holds on a portfolio. */
export function roleOn(actor: Actor, portfolioId: string): (typeof rolesByReach)[number] {
  const held = actor.kind === 'user' ? actor.roles : [];
  const here = held.filter((role) => role.portfolioId === null || role.portfolioId === portfolioId);
  return rolesByReach.find((role) => here.some((own) => own.role === role)) ?? 'agent';
}

/** Whether the role opens the administration of everything. */
export function isAdministration({ role, portfolioId }: RoleHeld): boolean {
  return role === 'administrator' && portfolioId === null;
}
