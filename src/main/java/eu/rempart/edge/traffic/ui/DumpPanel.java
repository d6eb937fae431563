package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.security.TableContents;
import eu.rempart.edge.ui.Lines;
import eu.rempart.edge.ui.Panel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a dump of the database reveals: read from its own catalogue, in which what is sealed has
 * types of its own, so that no table can be left out.
 */
final class DumpPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;

  DumpPanel(List<TableContents> tables) {
    var lines = new Lines(t("edge.dump.tables"), t("edge.nothing"));
    tables.forEach(table -> lines.add(table.name(), mark(table), sentences(table)));
    var all = new NativeDetails(t("edge.dump.tables"), lines);
    all.addClassName("traffic-details");
    getContent()
        .add(
            new Paragraph(
                t(
                    "edge.dump.sums",
                    tables.size(),
                    tables.stream().mapToInt(table -> table.sealed().size()).sum(),
                    tables.stream().mapToInt(table -> table.clear().size()).sum())),
            all);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.dump.title"));
  }

  private static String mark(TableContents table) {
    return table.sealed().isEmpty() ? "" : t("edge.dump.mark", table.sealed().size());
  }

  private static List<String> sentences(TableContents table) {
    List<String> sentences = new ArrayList<>();
    if (!table.sealed().isEmpty()) {
      sentences.add(t("edge.dump.sealed", String.join(", ", table.sealed())));
    }
    if (!table.keys().isEmpty()) {
      sentences.add(t("edge.dump.keys", String.join(", ", table.keys())));
    }
    if (!table.clear().isEmpty()) {
      sentences.add(t("edge.dump.clear", String.join(", ", table.clear())));
    }
    return sentences;
  }
}
