// node within.js JAVA: the list of parts (SBOM) that no build tool can make: what lies inside other parts, PostgreSQL's programs, and the packages' Java of
// that version. As CycloneDX.
import { within } from './licences.js'

const [, , java = ''] = process.argv

/** @param {import('./licences.js').Part} part as package URLs have it: Maven's where it has a group */
function purl({ name, version }) {
  const [group, artifact] = name.split(':')
  return artifact ? `pkg:maven/${group}/${artifact}@${version}` : `pkg:generic/${encodeURIComponent(name.toLowerCase())}@${encodeURIComponent(version)}`
}

const components = within(java).map((part) => {
  const [artifact, group] = part.name.split(':').toReversed()
  return {
    type: 'library',
    'bom-ref': purl(part),
    ...(group ? { group } : {}),
    name: artifact,
    version: part.version,
    licenses: part.licences.map((expression) => ({ expression })),
    purl: purl(part),
    externalReferences: [{ type: 'website', url: part.home }]
  }
})

console.log(JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }, null, 2))
