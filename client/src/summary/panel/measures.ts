/**
 * Sizes and places that only the data decides. Invariant: they are set through the style object, never as a style attribute,
 * which the page's policy forbids.
 */
import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Measures = Readonly<Record<string, string | number>>;

class MeasuresDirective extends Directive {
  private before: Measures = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) { throw new Error('measures stands alone in a tag'); }
  }

  override render(measures: Measures): unknown {
    this.before = measures;
    return noChange;
  }

  override update({ element }: ElementPart, [measures]: [Measures]): unknown {
    for (const [name, value] of Object.entries(measures)) {
      if (this.before[name] !== value) { (element as HTMLElement).style.setProperty(name, String(value)); }
    }
    return this.render(measures);
  }
}

/** CSS properties, by their CSS names, of the element in whose tag it stands. */
export const measures = directive(MeasuresDirective);
