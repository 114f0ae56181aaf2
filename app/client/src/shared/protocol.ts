// Made of the types in app/ by `make protocol`: what the server says and is asked, in which words, and how much of it
// there may be. docs/protocol.md says what it means. What isn't there is absent, never null; times are epoch seconds,
// and names that end in _s are lengths in seconds.

export type SessionState = "draft" | "lobby" | "live" | "closed" | "released" | "cancelled";
export const ITEM_KINDS = [
  "check_in",
  "talk",
  "circle",
  "listen_back",
  "case_step",
  "perspective",
  "silence",
  "vote",
  "harvest",
  "break",
  "check_out",
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export type ItemStatus = "planned" | "running" | "ended" | "skipped";
export const VARIANTS = [
  "open_chair",
  "tap_in",
  "closed_rotation",
  "role_round",
  "user_experience",
  "samoan",
] as const;
export type Variant = (typeof VARIANTS)[number];
export type MomentKind = "silence" | "pairs";
export type InvitationKind = "not_yet_spoken" | "starter";
/** How people are spoken to in Dutch. */
export type Address = "u" | "je";
export type ChairKind = "regular" | "open" | "case_giver" | "facilitator";
export type GroupBy = "none" | "role" | "count";
export type QueueOrder = "not_yet_spoken_first" | "fifo" | "balance_roles" | "facilitator_picks";
export type Projector = "nothing" | "first_names" | "roles";
export const SHAPES = ["circle", "diamond", "square", "triangle", "hexagon", "ring"] as const;
export type Shape = (typeof SHAPES)[number];
export const ANSWERS = ["agree", "disagree", "dont_know"] as const;
export type Answer = (typeof ANSWERS)[number];
/** V1: skip is no answer. */
export const CHOICES = ["agree", "disagree", "dont_know", "skip"] as const;
export type Choice = (typeof CHOICES)[number];
export type StatementStatus = "draft" | "open" | "closed" | "revealed";
export type CountMode = "paper" | "hands";
export const SHARED_REACTIONS = ["recognise", "touched", "question", "unclear"] as const;
export type SharedReaction = (typeof SHARED_REACTIONS)[number];
/** R1: for the facilitator alone; wellbeing, and never part of a picture or an export. */
export const PRIVATE_REACTIONS = ["pause", "help"] as const;
export type PrivateReaction = (typeof PRIVATE_REACTIONS)[number];
export type Reaction = "recognise" | "touched" | "question" | "unclear" | "pause" | "help";
export type ReactionsTo = "off" | "facilitator" | "room";
export const HARVEST_KINDS = [
  "insight",
  "question",
  "bottleneck",
  "possibility",
  "commitment",
  "breakthrough",
] as const;
export type HarvestKind = (typeof HARVEST_KINDS)[number];
/** What a command can be refused with. */
export type RefusalCode =
  | "malformed"
  | "too_large"
  | "unknown_command"
  | "not_allowed"
  | "not_saved"
  | "internal"
  | "unknown_session"
  | "session_closed"
  | "session_cancelled"
  | "not_started"
  | "not_joined"
  | "not_present"
  | "unknown_role"
  | "no_consent"
  | "paused"
  | "off_record"
  | "text_missing"
  | "text_too_long"
  | "already_asked"
  | "already_seated"
  | "queue_closed"
  | "not_your_round"
  | "not_in_queue"
  | "not_called"
  | "not_without_call"
  | "seats_assigned"
  | "not_seated"
  | "stay_until_the_end"
  | "reactions_off"
  | "statement_not_open"
  | "statement_closed"
  | "unknown_statement"
  | "unknown_contribution"
  | "no_circle"
  | "no_free_chair"
  | "unknown_chair"
  | "chair_taken"
  | "chair_reserved"
  | "case_giver_stays"
  | "is_speaking"
  | "too_many_chairs"
  | "no_other_role"
  | "nobody_has_the_word"
  | "queue_empty"
  | "already_called"
  | "unknown_person"
  | "card_in_use"
  | "already_live"
  | "already_open"
  | "not_closed"
  | "no_item"
  | "unknown_item"
  | "item_running"
  | "item_done"
  | "impossible_time"
  | "impossible_chairs"
  | "already_paused"
  | "not_paused"
  | "already_blank"
  | "not_blank"
  | "already_off_record"
  | "not_off_record"
  | "no_moment"
  | "statement_open"
  | "already_revealed"
  | "statement_without_text"
  | "impossible_count"
  | "not_controller"
  | "controller_present"
  | "nobody_asked"
  | "unknown_console"
  | "nothing_to_undo"
  | "undo_conflict"
  | "undo_votes"
  | "already_begun"
  | "role_in_use"
  | "double_id"
  | "title_missing";

/** Of what somebody says, asks or is asked: a contribution, a statement, its source, a question, a note. */
export const MOST_TEXT = 1000;
/** Of a title or a role's name. */
export const MOST_LINE = 200;
export const MOST_NAME = 60;
export const MOST_CARD = 12;
export const MOST_CHAIRS = 24;
/** Of hands or papers for one answer. */
export const MOST_COUNT = 100000;
export const MOST_ITEM_S = 86400;
export const MOST_STRUCK_S = 3600;
export const LEAST_MOMENT_S = 10;
export const MOST_MOMENT_S = 900;
export const MOST_ITEMS = 60;
export const MOST_STATEMENTS = 500;
export const MOST_ROLES = 12;

export type Counts = {
  /** Phones now. */
  connected: number;
  /** Phones ever. */
  joined: number;
  present: number;
};

/** One group of a split, with one of `counts`, `almost` and `mixed`. */
export type ShownGroup = {
  roles: string[];
  /** How many answers. */
  n: number;
  counts?: Record<Answer, number>;
  /** The answer of almost everyone. */
  almost?: Answer;
  mixed?: true;
};

export type Role = {
  /** Their order. */
  no: number;
  /** One person. */
  label: string;
  plural: string;
  /** Why one is here. */
  reason: string;
  shape: Shape;
  color: string;
};

/** The one that runs. */
export type Item = {
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
};

/** The item after the one that runs. */
export type Following = {
  id: string;
  kind: ItemKind;
  title: string;
  roles?: string[];
};

/** Silence, or talk in pairs. */
export type Moment = {
  kind: MomentKind;
  length_s: number;
  ends_at: number;
};

/** Who has the word without a chair, as in a listen-back. */
export type Speaker = {
  /** Absent on a stage that shows nothing of people. */
  role?: string;
  /** On a stage that shows first names. */
  name?: string;
  since: number;
};

export type ConsoleSpeaker = {
  role: string;
  since: number;
  person: string;
  name: string;
};

export type Chair = {
  kind: ChairKind;
  role?: string;
  name?: string;
  /** Since when whoever sits here has the word. */
  word?: number;
  /** Nobody sits here, and somebody was called to it. */
  kept?: true;
};

/** `for`: the name of whom it is kept for. */
export type ConsoleChair = {
  kind: ChairKind;
  role?: string;
  name?: string;
  /** Since when whoever sits here has the word. */
  word?: number;
  /** Nobody sits here, and somebody was called to it. */
  kept?: true;
  for?: string;
  person?: string;
  since?: number;
  no_phone?: true;
};

export type CircleView = {
  /** Who may sit; nobody named is everybody. */
  roles: string[];
  /** How many wait there. */
  second_row?: number;
  leave_asked?: true;
  /** By number. */
  chairs: Record<string, Chair>;
};

export type ConsoleCircle = {
  /** Who may sit; nobody named is everybody. */
  roles: string[];
  /** How many wait there. */
  second_row?: number;
  leave_asked?: true;
  chairs: Record<string, ConsoleChair>;
};

/** `struck`, or everything else. */
export type Result = {
  struck?: true;
  totals?: Record<Choice, number>;
  eligible?: number;
  /** Hands or papers were counted as well. */
  by_hand?: true;
  /** No group smaller than that is shown. */
  k?: number;
  groups?: ShownGroup[];
};

export type Statement = {
  id: string;
  no: number;
  of: number;
  /** Asked again is the next round. */
  round: number;
  state: StatementStatus;
  text: string;
  source?: string;
  /** Once revealed. */
  result?: Result;
  /** Of the round before. */
  before?: Result;
};

/** With how many voted: all there is to know of an open vote. */
export type CountedStatement = {
  id: string;
  no: number;
  of: number;
  /** Asked again is the next round. */
  round: number;
  state: StatementStatus;
  text: string;
  source?: string;
  /** Once revealed. */
  result?: Result;
  /** Of the round before. */
  before?: Result;
  voted?: number;
  eligible?: number;
};

export type ConsoleStatement = {
  id: string;
  no: number;
  of: number;
  /** Asked again is the next round. */
  round: number;
  state: StatementStatus;
  text: string;
  source?: string;
  /** Once revealed. */
  result?: Result;
  /** Of the round before. */
  before?: Result;
  voted?: number;
  eligible?: number;
  item?: string;
};

export type Contribution = {
  /** It grows in the order they came. */
  no: number;
  kind: HarvestKind;
  text?: string;
  withdrawn?: true;
  shown?: true;
  /** By a note-taker. */
  noted?: true;
};

export type CountedContribution = {
  /** It grows in the order they came. */
  no: number;
  kind: HarvestKind;
  text?: string;
  withdrawn?: true;
  shown?: true;
  /** By a note-taker. */
  noted?: true;
  /** By how many. */
  endorsed: number;
};

/** What a phone may offer now; who may do it also depends on the circle's roles. */
export type Ways = {
  ask?: true;
  take?: true;
  tap_in?: true;
  leave?: true;
  react?: true;
  contribute?: true;
};

export type PhoneView = {
  title: string;
  subtitle?: string;
  state: SessionState;
  address: Address;
  /** Nothing is kept meanwhile. */
  off_record?: true;
  roles: Record<string, Role>;
  item?: Item;
  next?: Following;
  paused?: true;
  moment?: Moment;
  invitation?: InvitationKind;
  word?: Speaker;
  statement?: Statement;
  harvest?: Record<string, Contribution>;
  /** While a harvest runs: by how many, by contribution. */
  endorsed?: Record<string, number>;
  /** People of the outer circle that are drawn. */
  dots: number;
  ways: Ways;
  circle?: CircleView;
};

export type ConsentGiven = {
  votes: boolean;
  words: boolean;
  story: boolean;
};

export type Said = {
  kind: HarvestKind;
  text: string;
};

export type Called = {
  until: number;
  chair?: number;
  /** The second time. */
  again?: true;
};

/** In the queue. */
export type Place = {
  ahead: number;
  /** Came second for a chair. */
  first: boolean;
};

/** A phone's own part; empty as long as it has not joined. */
export type Me = {
  person?: string;
  role?: string;
  name?: string;
  present?: boolean;
  consent?: ConsentGiven;
  /** Has had a chair. */
  sat?: true;
  chair?: number;
  word?: true;
  second_row?: true;
  /** By `statement.round`; of open statements only. */
  votes?: Record<string, Choice>;
  said?: Record<string, Said>;
  endorsed?: Record<string, true>;
  called?: Called;
  queue?: Place;
};

export type LitStage = {
  title: string;
  subtitle?: string;
  state: SessionState;
  address: Address;
  /** Nothing is kept meanwhile. */
  off_record?: true;
  roles: Record<string, Role>;
  item?: Item;
  next?: Following;
  paused?: true;
  moment?: Moment;
  invitation?: InvitationKind;
  word?: Speaker;
  statement?: CountedStatement;
  harvest?: Record<string, CountedContribution>;
  code: string;
  /** People outside the circle. */
  outer: number;
  present: number;
  projector: Projector;
  circle?: CircleView;
  /** Reactions of the last half minute, when they are for the room. */
  tide?: Partial<Record<SharedReaction, number>>;
};

/** A blank projector gets nothing but this. */
export type BlankStage = {
  title: string;
  subtitle?: string;
  state: SessionState;
  address: Address;
  /** Nothing is kept meanwhile. */
  off_record?: true;
  blank: true;
};

export type StageView = LitStage | BlankStage;

export type Person = {
  no: number;
  name: string;
  role: string;
  phone?: true;
  card?: string;
  present?: true;
  sat?: true;
};

export type PlannedItem = {
  no: number;
  kind: ItemKind;
  variant?: Variant;
  title: string;
  roles?: string[];
  state: ItemStatus;
  planned_s: number;
  added_s?: number;
  started_at?: number;
  actual_s?: number;
};

export type Queued = {
  person: string;
  name: string;
  role: string;
  spoken?: true;
  no_phone?: true;
  first?: true;
  asked_at: number;
  /** Called, and may come until then. */
  until?: number;
  /** How often. */
  declined?: number;
};

export type Hint = {
  at: number;
  name?: string;
  /** Of those who ask for a break. */
  count?: number;
};

/** Each 0 to 1. */
export type Shares = {
  seat_share: number;
  people_share: number;
};

export type Control = {
  by?: string;
  gone_since?: number;
  asked_by?: string;
  consoles: number;
};

export type RulesInForce = {
  queue_order: QueueOrder;
  turn_guide_s: number;
  leave_prompt_s: number;
  group_by: GroupBy;
  starters: number;
  reactions: ReactionsTo;
  projector: Projector;
  smallest_group: number;
};

export type ConsoleView = {
  title: string;
  subtitle?: string;
  state: SessionState;
  address: Address;
  /** Nothing is kept meanwhile. */
  off_record?: true;
  roles: Record<string, Role>;
  item?: Item;
  next?: Following;
  paused?: true;
  moment?: Moment;
  invitation?: InvitationKind;
  word?: ConsoleSpeaker;
  statement?: Statement;
  harvest?: Record<string, CountedContribution>;
  code: string;
  blank?: true;
  /** Above 100 people only those without a phone, and those who sit or wait. */
  people: Record<string, Person>;
  counts: Counts;
  items: Record<string, PlannedItem>;
  /** Later than the sheet; less than 0: ahead. */
  behind_s: number;
  circle?: ConsoleCircle;
  /** In order, next first. */
  queue: Queued[];
  statements: Record<string, ConsoleStatement>;
  contributions?: Record<string, CountedContribution>;
  reactions: Partial<Record<SharedReaction, number>>;
  hints: Record<string, Hint>;
  signals: Record<string, Hint>;
  /** By role. */
  balance: Record<string, Shares>;
  control: Control;
  /** The name of what can be undone. */
  undo?: string;
  rules: RulesInForce;
};

/** A console's own part. */
export type Watcher = {
  console: string;
  control: boolean;
  /** Of a stage, for a projector that shows no controls. */
  stage_token?: string;
};

export type Greeting = {
  /** The version of these messages. */
  v?: 1;
  /** A token or a link's key; null for a phone that was never here. */
  key?: string | null;
  lang?: string;
  /** The position in the journal that the client had. */
  since?: number;
};

/** The first message of a client; later, to go on in another language. */
export type Hello = {
  hello: Greeting;
};

/** To go on in another language. */
export type Lang = {
  lang: string;
};

export type Welcomed = {
  v: 1;
  as: "phone" | "stage" | "console";
  token: string;
  now: number;
};

/** Everything, anew. What is one's own is empty for a stage, and for a phone that has not joined. */
export type Welcome = {
  welcome: Welcomed;
  /** The position in the session's journal that the view shows. */
  seq: number;
  view: PhoneView | LitStage | BlankStage | ConsoleView;
  me: Me | Watcher;
};

/** What changed in the view. */
export type Patch = {
  seq: number;
  patch: object;
};

/** What changed of what is one's own. */
export type MeChanged = {
  seq: number;
  me: object;
};

/** The command with this id has been carried out, and is on the disk. */
export type Done = {
  done: string;
  /** The position in the journal by then. */
  seq: number;
};

/** Nothing changed. The id is null when it could not be read. */
export type Refused = {
  refused: string | null;
  code: RefusalCode;
  message: string;
};

/** The last event of a stream: what a socket would be closed with. */
export type Closed = {
  closed: number;
};

/** X1: one answer per purpose; no is a full answer. */
export type Consent = {
  votes: boolean;
  words: boolean;
  story: boolean;
};

export type PhoneCommand =
  | { do: "join"; role: string; consent: Consent; name?: string }
  | { do: "leave" }
  | { do: "change_consent"; consent: Consent }
  | { do: "take_chair"; chair?: number }
  | { do: "leave_chair" }
  | { do: "ask_to_speak" }
  | { do: "withdraw_request" }
  | { do: "decline_call" }
  | { do: "vote"; statement: string; choice: Choice }
  | { do: "react"; kind: Reaction }
  | { do: "contribute"; kind: HarvestKind; text: string }
  | { do: "endorse"; contribution: string }
  | { do: "withdraw_words"; contribution?: string };

export type ConsoleCommand =
  | { do: "start_session" }
  | {
      do: "start_item";
      item: string;
      /** Run an item that has already been run, on purpose. */
      again?: boolean;
    }
  | { do: "end_item" }
  | { do: "skip_item"; item: string }
  | { do: "pause" }
  | { do: "resume" }
  | { do: "blank" }
  | { do: "unblank" }
  | { do: "go_off_record" }
  | { do: "go_on_record" }
  | { do: "strike_last"; seconds?: number }
  | { do: "add_time"; seconds?: number }
  | { do: "start_moment"; kind: MomentKind; seconds?: number }
  | { do: "end_moment" }
  | { do: "invite"; kind: InvitationKind }
  | { do: "close_session" }
  | { do: "add_person"; role: string; name?: string; card?: string }
  | { do: "remove_person"; person: string }
  | { do: "seat"; person: string; chair?: number }
  | { do: "stand"; person: string }
  | { do: "give_word"; person: string }
  | { do: "end_word" }
  | { do: "swap"; role?: string }
  | { do: "add_chair" }
  | { do: "remove_chair"; chair?: number }
  | { do: "queue_person"; person: string }
  | { do: "dequeue_person"; person: string }
  | { do: "call_next" }
  | { do: "call"; person: string }
  | { do: "add_statement"; text: Record<string, string>; item?: string; source?: string; source_id?: string }
  | { do: "open_statement"; statement: string }
  | { do: "close_statement"; statement: string }
  | { do: "reveal_statement"; statement: string }
  | {
      do: "enter_counts";
      statement: string;
      role: string;
      counts: Partial<Record<Choice, number>>;
      mode?: CountMode;
    }
  | { do: "note"; kind: HarvestKind; text: string }
  | { do: "show_contribution"; contribution: string }
  | { do: "hide_contribution"; contribution: string }
  | { do: "call_helper" }
  | { do: "clear_signal"; signal: string }
  | { do: "hand_over"; to?: string }
  | { do: "take_over" }
  | { do: "undo" };
