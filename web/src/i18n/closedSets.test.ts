import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zh } from './zh';

/** The API's closed sets as its document lists them: whatever the server can say, the pages have words for. */
type Schema = { enum?: string[]; properties?: Record<string, Schema> };
const document = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../docs/openapi.json'), 'utf8')) as { components: { schemas: Record<string, Schema> } };
const { schemas } = document.components;
const members = (name: string) => schemas[name]?.enum ?? [];

describe.each([['English', en], ['Chinese', zh]] as const)('the words in %s', (_, words) => {
  it('name every reason of a reject, and no other', () => {
    expect(Object.keys(words.rejects).sort()).toEqual([...members('RejectReason')].sort());
  });

  it('tell every kind of thing that the audit keeps, and every action that it is filtered by', () => {
    expect(Object.keys(words.auditFacts).sort()).toEqual([...members('AuditKind')].sort());
    expect(Object.keys(words.audit.actions).sort()).toEqual([...members('AuditAction')].sort());
  });

  it('name every kind of file and every state of an import', () => {
    expect(Object.keys(words.kinds).sort()).toEqual([...members('FileKind')].sort());
    expect(Object.keys(words.imports.states).sort()).toEqual([...members('ImportState')].sort());
  });

  it('name every kind of evidence', () => {
    expect(Object.keys(words.customer.evidenceKinds).sort()).toEqual([...members('EvidenceKind')].sort());
  });

  it('say what to do about every refusal that a page can meet', () => {
    const codes = schemas.ProblemDetails?.properties?.code?.enum ?? [];
    // Only programs that call the API by hand can meet these.
    const ofPrograms = ['method_not_allowed', 'unsupported_media_type', 'precondition_required'];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !ofPrograms.includes(code) && !(code in words.problems.words))).toEqual([]);
  });
});
