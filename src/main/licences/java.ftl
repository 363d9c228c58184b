[
<#list dependencyMap as entry>
<#assign artifact = entry.getKey()/>
{
  "group": "${artifact.groupId?json_string}",
  "name": "${artifact.artifactId?json_string}",
  "version": "${artifact.version?json_string}",
  "title": "${(artifact.name!artifact.artifactId)?json_string}",
  "home": "${(artifact.url!"")?json_string}",
  "licences": [<#list entry.getValue() as licence>"${licence?json_string}"<#sep>, </#sep></#list>]
}<#sep>,</#sep>
</#list>
]
