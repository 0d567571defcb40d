import type { PortName, Slot } from '#domain/connections/slots.ts';
import type { CheckResult } from './adapter.ts';
import type { SettingField, SettingValue } from './setting-fields.ts';

/** Settings by name, as they are checked by the adapter's schema. */
export type Settings = Readonly<Record<string, SettingValue>>;

/** Which adapter is to serve, with all of its settings, the secret ones too. */
export type PlainChoice = { readonly adapter: string; readonly settings: Settings };

/** An adapter that is installed. */
export type InstalledAdapter = {
  readonly name: string;
  readonly label: string;
  readonly isSimulated: boolean;
  readonly fields: readonly SettingField[];
};

/** What is wrong with one setting, in a code that the screens have words for. */
export type SettingProblem = { readonly path: string; readonly message: string };

/** Who serves a slot now, and how it is. */
export type SlotState = Slot & {
  readonly adapter: string;
  readonly version: number;
  readonly result: CheckResult;
  readonly checkedAtMs: number;
};

/** The adapters of this process: which are installed, which serve, and how they are. */
export type Connections = {
  readonly installed: (port: PortName) => readonly InstalledAdapter[];
  /** What serves where nobody chose. */
  readonly usual: (port: PortName) => PlainChoice;
  /** What is wrong with the settings; nothing when they are right. */
  readonly problems: (port: PortName, choice: PlainChoice) => readonly SettingProblem[];
  /** Connects beside whatever serves, asks whether it could serve, and closes it again. */
  readonly test: (port: PortName, choice: PlainChoice) => Promise<CheckResult>;
  /**
   * Has a slot served by this choice from now on; what was begun with the one before goes on there.
   * A choice that cannot be connected leaves the slot without anybody, which its state tells.
   */
  readonly serve: (slot: Slot, version: number, choice: PlainChoice) => Promise<void>;
  /** Notes that a choice cannot serve, and why. */
  readonly fail: (slot: Slot, version: number, adapter: string, result: CheckResult) => void;
  readonly states: () => readonly SlotState[];
  /** Asks everything that serves whether it still could. */
  readonly checkAll: () => Promise<readonly SlotState[]>;
};

/** Keeps secrets readable only to this installation. `about` binds a sealed text to its use. */
export type Vault = {
  readonly seal: (text: string, about: string) => string;
  /** Null when it was sealed with another key or for another use. */
  readonly open: (sealed: string, about: string) => string | null;
};
