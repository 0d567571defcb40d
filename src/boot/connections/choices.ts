import { randomUUID } from 'node:crypto';
import type { PortName } from '#domain/connections/slots.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { CheckResult, Connected } from '#ports/adapter.ts';
import type { InstalledAdapter, PlainChoice, SettingProblem } from '#ports/connections.ts';
import type { DocumentsHost } from '#ports/documents.ts';
import type { FilesHost } from '#ports/files.ts';
import type { MessagesHost } from '#ports/messages.ts';
import { settingFields } from '#ports/setting-fields.ts';
import type { TelephonyHost } from '#ports/telephony.ts';
import { type AnyAdapter, type PlugIns, usualAdapter } from './plug-ins.ts';

/** The adapters of a port, the usual one first. */
export function installed(plugIns: PlugIns, port: PortName): readonly InstalledAdapter[] {
  const names = [...plugIns[port].keys()];
  const [usual, others] = [usualAdapter[port], names.filter((name) => name !== usualAdapter[port])];
  return [usual, ...others].flatMap((name) => {
    const adapter = adapterOf(plugIns, port, name);
    if (!adapter) return [];
    const { label, isSimulated, settings } = adapter;
    return [{ name, label, isSimulated, fields: settingFields(settings) }];
  });
}

function adapterOf(plugIns: PlugIns, port: PortName, name: string): AnyAdapter | undefined {
  return plugIns[port].get(name);
}

/** Codes of what a schema may find wrong; any other finding is `wrong`. */
const codes: Readonly<Record<string, string>> = {
  too_small: 'too-small',
  too_big: 'too-big',
  unrecognized_keys: 'unknown-setting',
};

/** What is wrong with the settings of a choice, by setting; never the value itself. */
export function problemsOf(
  plugIns: PlugIns,
  port: PortName,
  { adapter: name, settings }: PlainChoice,
): readonly SettingProblem[] {
  const adapter = adapterOf(plugIns, port, name);
  if (!adapter) return [{ path: 'adapter', message: 'adapter-missing' }];
  const parsed = adapter.settings.safeParse(settings);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const isMissing =
      issue.path.length > 0 && ownValue(settings, String(issue.path[0])) === undefined;
    const message = isMissing ? 'missing' : (ownValue(codes, issue.code) ?? 'wrong');
    return { path: ['settings', ...issue.path].join('.'), message };
  });
}

/** What tested adapters get of the real hosts. */
type TestedHosts = { readonly files: FilesHost; readonly documents: DocumentsHost };

/** A host through which nothing can leave: what is tested reaches nobody. */
function testHost({
  files,
  documents,
}: TestedHosts): TelephonyHost & MessagesHost & FilesHost & DocumentsHost {
  return {
    ...files,
    ...documents,
    clock: () => Date.now(),
    after: () => () => undefined,
    newId: () => randomUUID(),
    emit: () => undefined,
    verifyRelease: async () => false,
  };
}

/** Connects a choice beside whatever serves, asks whether it could serve, and closes it. */
export async function testChoice(
  plugIns: PlugIns,
  hosts: TestedHosts,
  port: PortName,
  choice: PlainChoice,
): Promise<CheckResult> {
  const adapter = plugIns[port].get(choice.adapter);
  if (!adapter) return { ok: false, reason: 'adapter-missing', detail: null };
  const parsed = adapter.settings.safeParse(choice.settings);
  if (!parsed.success) return { ok: false, reason: 'settings-wrong', detail: null };
  let connected: Connected;
  try {
    connected = await adapter.connect(parsed.data, testHost(hosts));
  } catch {
    return { ok: false, reason: 'cannot-connect', detail: null };
  }
  const result = await connected.check();
  await connected.close();
  return result;
}
