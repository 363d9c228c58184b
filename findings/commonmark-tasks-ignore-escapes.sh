#!/usr/bin/env bash
# commonmark-java's task list extension takes an escaped box for a box.
#
# Versions: org.commonmark:commonmark 0.26.0 and 0.24.0 with commonmark-ext-task-list-items 0.24.0.
# Input (valid): a list item whose text begins with \[x\], as a writer escapes text that looks like a box.
# Expected: CommonMark 0.31, 2.4: an escaped character has no meaning as markup, so this item is text ("[x] text").
# Seen: the item gets a checkbox and loses its "[x]". The extension looks at the text after the escapes are resolved, where neighbouring texts have
# been joined to one, so no backslash and no character reference helps. An empty comment after the bracket does: it keeps the texts apart.
# Consequence: whoever writes text as Markdown and reads it back with this extension changes it, unless it writes the comment.
# Source: the extension's TaskListItemPostProcessor, which matches the first Text node of an item; the specification's section on backslash escapes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Tasks.java <<'JAVA'
import java.util.List;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

class Tasks {
    public static void main(String[] lines) {
        var extensions = List.of(TaskListItemsExtension.create());
        var parser = Parser.builder().extensions(extensions).build();
        var renderer = HtmlRenderer.builder().extensions(extensions).build();
        for (String line : lines) {
            System.out.println(line + "  =>  " + renderer.render(parser.parse(line)).replace("\n", ""));
        }
    }
}
JAVA
for core in 0.24.0 0.26.0; do
  mkdir -p "$core"
  for artifact in commonmark:$core commonmark-ext-task-list-items:0.24.0; do
    mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="org.commonmark:$artifact" -DoutputDirectory="$work/$core"
  done
  echo "core $core"
  java -cp "$core/*" Tasks.java '- [x] box' '- \[x\] text' '- &#91;x] text' '- \[<!-- -->x\] text' | tee "$core.txt"
done
for core in 0.24.0 0.26.0; do
  [ "$(grep -c 'type="checkbox"' "$core.txt")" = 3 ] || { echo "this has changed with core $core" >&2; exit 1; }
  tail -n 1 "$core.txt" | grep -qv 'type="checkbox"' || { echo "the comment no longer keeps the box away with core $core" >&2; exit 1; }
done
echo "as described: an escaped box is a box"
