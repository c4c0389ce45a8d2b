/**
 * The shape of a form's YAML file. Invariant: what passes here can be compiled; what does not is refused with the path
 * of the key that is wrong.
 */
import * as v from 'valibot';

const Labels = v.optional(v.array(v.string()), []);
const InBothLanguages = v.strictObject({ zh: v.string(), en: v.string() });
const LevelName = v.picklist(['error', 'warning', 'information', 'hint', 'off']);

export interface ColumnNode {
  label: string;
  id?: string;
  aliases: string[];
  variants: string[];
  unit: string;
  kind: 'count' | 'amount' | 'unit';
  negative: boolean;
  total: boolean;
  columns?: ColumnNode[];
}
const Column: v.GenericSchema<unknown, ColumnNode> = v.pipe(
  v.strictObject({
    label: v.string(), id: v.optional(v.string()), aliases: Labels, variants: Labels, unit: v.optional(v.string(), ''),
    kind: v.optional(v.picklist(['count', 'amount', 'unit']), 'count'),
    negative: v.optional(v.boolean(), false), total: v.optional(v.boolean(), false),
    columns: v.optional(v.array(v.lazy(() => Column))),
  }),
  v.check((c) => (c.id === undefined) !== (c.columns === undefined), 'a column has either an id or columns below it'),
);

export interface RowNode {
  label: string;
  id?: string;
  aliases: string[];
  variants: string[];
  unit: string;
  kind: 'count' | 'amount';
  rows?: RowNode[];
}
const Row: v.GenericSchema<unknown, RowNode> = v.pipe(
  v.strictObject({
    label: v.string(), id: v.optional(v.string()), aliases: Labels, variants: Labels, unit: v.optional(v.string(), ''),
    kind: v.optional(v.picklist(['count', 'amount']), 'count'), rows: v.optional(v.array(v.lazy(() => Row))),
  }),
  v.check((r) => (r.id === undefined) !== (r.rows === undefined), 'a row has either an id or rows below it'),
);

const Block = v.strictObject({
  id: v.string(), title: v.optional(v.string(), ''), corner: Labels, columns: v.array(Column), rows: v.array(Row),
});

const Equation = v.strictObject({
  rule: v.string(), block: v.optional(v.string()), over: v.picklist(['rows', 'columns']), holds: v.string(),
  status: v.picklist(['printed', 'implied']), level: v.optional(LevelName),
});

const Table = v.strictObject({
  id: v.string(), title: v.string(), rowsAreDue: v.optional(v.boolean(), true),
  blocks: v.pipe(v.array(Block), v.minLength(1)), equations: v.optional(v.array(Equation), []),
});

const FormFile = v.strictObject({
  id: v.string(), title: InBothLanguages, source: v.string(),
  years: v.strictObject({ from: v.number(), to: v.optional(v.number(), 9999) }),
  tables: v.pipe(v.array(Table), v.minLength(1)),
});

type FormFile = v.InferOutput<typeof FormFile>;
export type TableNode = FormFile['tables'][number];
export type BlockNode = TableNode['blocks'][number];
export type EquationNode = TableNode['equations'][number];

/** Checks parsed YAML. Throws an Error that names the form file's key at fault. */
export function checkFormFile(name: string, data: unknown): FormFile {
  return checked(FormFile, name, data);
}

function checked<Shape extends v.GenericSchema>(shape: Shape, name: string, data: unknown): v.InferOutput<Shape> {
  const result = v.safeParse(shape, data);
  if (result.success) { return result.output; }
  const [issue] = result.issues;
  throw new Error(`${name}: ${v.getDotPath(issue) ?? '(top)'}: ${issue.message}`);
}

const Terms = v.optional(v.record(v.string(), InBothLanguages), {});

/** Explanations by table id: of rows and columns by id, of headings and block titles as printed. */
export const TermsFile = v.record(v.string(), v.strictObject({ titles: Terms, headings: Terms, rows: Terms, columns: Terms }));
export type TermsFile = v.InferOutput<typeof TermsFile>;
export type TableTerms = TermsFile[string];

/** Checks parsed YAML. Throws an Error that names the key at fault. */
export function checkTermsFile(name: string, data: unknown): TermsFile {
  return checked(TermsFile, name, data);
}
