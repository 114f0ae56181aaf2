// The views as app/core/views/ makes them, field by field. What isn't there is absent, never null.
// Times are epoch seconds; names that end in _s are lengths in seconds.

export type SessionState = "draft" | "lobby" | "live" | "closed" | "released" | "cancelled";
export type ItemKind =
  | "check_in"
  | "talk"
  | "circle"
  | "listen_back"
  | "case_step"
  | "perspective"
  | "silence"
  | "vote"
  | "harvest"
  | "break"
  | "check_out";
export type Variant =
  | "open_chair"
  | "tap_in"
  | "closed_rotation"
  | "role_round"
  | "user_experience"
  | "samoan";
export type ShapeName = "circle" | "diamond" | "square" | "triangle" | "hexagon" | "ring";
export type Choice = "agree" | "disagree" | "dont_know" | "skip";
export type Answer = Exclude<Choice, "skip">;
export type Reaction = "recognise" | "touched" | "question" | "unclear" | "pause" | "help";
export type HarvestKind =
  | "insight"
  | "question"
  | "bottleneck"
  | "possibility"
  | "commitment"
  | "breakthrough";
export type Address = "u" | "je";

export interface Head {
  title: string;
  subtitle?: string;
  state: SessionState;
  address: Address;
  off_record?: true;
}

export interface Role {
  no: number;
  label: string;
  plural: string;
  reason: string;
  shape: ShapeName;
  color: string;
}

export interface Item {
  id: string;
  kind: ItemKind;
  variant?: Variant;
  title: string;
  question?: string;
  no: number;
  of: number;
  started_at: number;
  length_s: number;
  /** Absent while the item's clock stands still; then `remaining_s` is there. */
  ends_at?: number;
  remaining_s?: number;
}

export interface Following {
  id: string;
  kind: ItemKind;
  title: string;
  roles?: string[];
}

/** Who has the word without a chair, as in a listen-back. */
export interface Speaker {
  role?: string;
  since: number;
  name?: string;
  person?: string;
}

export interface Moment {
  kind: "silence" | "pairs";
  length_s: number;
  ends_at: number;
}

export interface Chair {
  kind: "regular" | "open" | "case_giver" | "facilitator";
  role?: string;
  name?: string;
  /** Since when whoever sits here has the word. */
  word?: number;
  /** Nobody sits here, and somebody was called to it. */
  kept?: true;
  // On the console only:
  person?: string;
  since?: number;
  no_phone?: true;
  for?: string;
}

export interface CircleView {
  roles: string[];
  chairs: Record<string, Chair>;
  second_row?: number;
  leave_asked?: true;
}

export type Counts = Record<Choice, number>;

/** One group of a split; it has either `counts`, or `almost`, or `mixed`. */
export interface Group {
  roles: string[];
  n: number;
  counts?: Record<Answer, number>;
  almost?: Answer;
  mixed?: true;
}

export interface Result {
  struck?: true;
  totals?: Counts;
  eligible?: number;
  by_hand?: true;
  k?: number;
  groups?: Group[];
}

export interface Statement {
  id: string;
  no: number;
  of: number;
  round: number;
  state: "draft" | "open" | "closed" | "revealed";
  text: string;
  source?: string;
  result?: Result;
  before?: Result;
  // On stage and console only:
  voted?: number;
  eligible?: number;
  // On the console only:
  item?: string;
}

export interface Contribution {
  no: number;
  kind: HarvestKind;
  text?: string;
  withdrawn?: true;
  // Not on a phone, whose view has the numbers apart:
  endorsed?: number;
  shown?: true;
  noted?: true;
}

interface Room extends Head {
  roles: Record<string, Role>;
  item?: Item;
  next?: Following;
  paused?: true;
  moment?: Moment;
  word?: Speaker;
  invitation?: "not_yet_spoken" | "starter";
  statement?: Statement;
  harvest?: Record<string, Contribution>;
  // On phones, by contribution:
  endorsed?: Record<string, number>;
}

export interface Ways {
  ask?: true;
  take?: true;
  tap_in?: true;
  leave?: true;
  react?: true;
  contribute?: true;
}

export interface PhoneView extends Room {
  dots: number;
  ways: Ways;
  circle?: CircleView;
}

export interface LitStage extends Room {
  blank?: undefined;
  code: string;
  outer: number;
  present: number;
  projector: "nothing" | "first_names" | "roles";
  circle?: CircleView;
  tide?: Partial<Record<Reaction, number>>;
}

/** A blank projector gets nothing but this. */
export interface BlankStage extends Head {
  blank: true;
}

export type StageView = LitStage | BlankStage;

export interface Person {
  no: number;
  name: string;
  role: string;
  phone?: true;
  card?: string;
  present?: true;
  sat?: true;
}

export interface PlannedItem {
  no: number;
  kind: ItemKind;
  variant?: Variant;
  title: string;
  roles?: string[];
  state: "planned" | "running" | "paused" | "ended" | "skipped";
  planned_s: number;
  added_s?: number;
  started_at?: number;
  actual_s?: number;
}

export interface Queued {
  person: string;
  name: string;
  role: string;
  spoken?: true;
  no_phone?: true;
  first?: true;
  asked_at: number;
  until?: number;
  declined?: number;
}

export interface Hint {
  at: number;
  name?: string;
  count?: number;
}

export interface Control {
  by?: string;
  gone_since?: number;
  asked_by?: string;
  consoles: number;
}

export interface ConsoleView extends Room {
  code: string;
  blank?: true;
  people: Record<string, Person>;
  counts: { connected: number; joined: number; present: number };
  items: Record<string, PlannedItem>;
  behind_s: number;
  circle?: CircleView;
  queue: Queued[];
  statements: Record<string, Statement>;
  contributions?: Record<string, Contribution>;
  reactions: Partial<Record<Reaction, number>>;
  hints: Record<string, Hint>;
  signals: Record<string, Hint>;
  balance: Record<string, { seat_share: number; people_share: number }>;
  control: Control;
  undo?: string;
  rules: {
    queue_order: "not_yet_spoken_first" | "fifo" | "balance_roles" | "facilitator_picks";
    turn_guide_s: number;
    leave_prompt_s: number;
    group_by: "none" | "role" | "count";
    starters: number;
    reactions: "off" | "facilitator" | "room";
    projector: "nothing" | "first_names" | "roles";
    smallest_group: number;
  };
}

export interface Consent {
  votes: boolean;
  words: boolean;
  story: boolean;
}

/** A phone's own part; `{}` as long as it has not joined. */
export interface Me {
  person?: string;
  role?: string;
  name?: string;
  present?: boolean;
  consent?: Consent;
  sat?: true;
  chair?: number;
  word?: true;
  second_row?: true;
  /** By `statement.round`; of open statements only. */
  votes?: Record<string, Choice>;
  said?: Record<string, { kind: HarvestKind; text: string }>;
  endorsed?: Record<string, true>;
  called?: { until: number; chair?: number; again?: true };
  queue?: { ahead: number; first: boolean };
}

/** A console's own part. `stage_token` opens a projector that can do nothing. */
export interface Watcher {
  console?: string;
  control?: boolean;
  stage_token?: string;
}
