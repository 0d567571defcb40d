import {
  isBindingElement,
  isIdentifier,
  isPropertyAccessExpression,
  isTypeAliasDeclaration,
} from 'typescript/unstable/ast';
import { API, type NodeHandle } from 'typescript/unstable/sync';
import { projectFolder } from '#boot/config.ts';

type SourceNode = Parameters<typeof isBindingElement>[0];

/** The files in which the types of the facts are declared. */
const declared =
  /\/src\/domain\/gate\/facts\/(facts|history-facts|policy-facts|proposed-facts)\.ts$/;
/** The files of rules and of what they ask with; examples and the door ask for nothing. */
const asking = /\/src\/(rulepacks|domain\/gate)\/(?!.*(examples|\.test\.ts|\/facts\/))/;

/** The type that declares a field: the alias around its declaration. */
function typeOf(handle: NodeHandle): string | null {
  let node: SourceNode | undefined = handle.resolve();
  while (node) {
    if (isTypeAliasDeclaration(node)) return node.name.text;
    node = node.parent;
  }
  return null;
}

/** The names under which a file reads fields: by a dot, or taken out of a pattern. */
function namesIn(file: SourceNode) {
  const names: SourceNode[] = [];
  const taken: { readonly pattern: SourceNode; readonly name: string }[] = [];
  const visit = (node: SourceNode): void => {
    if (isPropertyAccessExpression(node)) names.push(node.name);
    else if (isBindingElement(node)) {
      const name: SourceNode | undefined = node.propertyName ?? node.name;
      if (name && isIdentifier(name)) taken.push({ pattern: node.parent, name: name.text });
    }
    node.forEachChild(visit);
  };
  file.forEachChild(visit);
  return { names, taken };
}

/**
 * The fields of the facts that the rules ask for, `Debt.time_barred`, each with a file that does:
 * what the compiler knows to be a field of them, wherever its name is read.
 */
export function factsRead(): ReadonlyMap<string, string> {
  const api = new API({ cwd: projectFolder });
  try {
    const snapshot = api.updateSnapshot({ openProjects: [`${projectFolder}/tsconfig.json`] });
    const [project] = snapshot.getProjects();
    if (!project) throw new Error('the compiler knows no project');
    const found = new Map<string, string>();
    for (const name of project.program.getSourceFileNames().filter((file) => asking.test(file))) {
      const file = project.program.getSourceFile(name);
      if (!file) continue;
      const { names, taken } = namesIn(file);
      const { checker } = project;
      const types = checker.getTypeAtLocation(taken.map(({ pattern }) => pattern));
      const properties = types.map((type, index) =>
        type ? checker.getPropertyOfType(type, taken[index]?.name ?? '') : undefined,
      );
      for (const symbol of [...checker.getSymbolAtLocation(names), ...properties]) {
        for (const declaration of symbol?.declarations ?? []) {
          if (!declared.test(declaration.path)) continue;
          const type = typeOf(declaration);
          if (type && symbol) found.set(`${type}.${symbol.name}`, name);
        }
      }
    }
    return found;
  } finally {
    api.close();
  }
}
