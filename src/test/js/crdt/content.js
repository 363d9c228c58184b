// What a document shows to its readers, as strings that Java can compare.

/** JSON with bigints as digits, which JSON.stringify itself refuses. */
export const json = (value) =>
  JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? `@big${each}@` : each))?.replace(/"@big(-?\d+)@"/g, '$1')

export const content = (doc) => ({
  text: doc.getText('t').toString(),
  delta: json(doc.getText('t').toDelta()),
  map: json(doc.getMap('m').toJSON()),
  array: json(doc.getArray('a').toJSON()),
  xml: doc.getXmlFragment('x').toString()
})
