package eu.rempart.ops.backup.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupService;
import eu.rempart.ops.backup.BackupState;
import eu.rempart.ops.backup.BackupState.Known;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.shell.light.Look;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A destination, and the backups of all servers that lie there. */
final class DestinationPanel extends Composite<Section> {

  private static final long serialVersionUID = 1L;

  private final Span refused = new Span();
  private final Paragraph leftOut = new Paragraph();
  private final Paragraph remedy = new Paragraph(t("backups.refused"));
  private final transient Map<BackupCell, BackupLine> lines = new LinkedHashMap<>();

  /**
   * A panel, which {@link #show} fills in.
   *
   * @param changed called after somebody asked for something here
   */
  DestinationPanel(BackupService service, BackupState state, Known known, Runnable changed) {
    String id = "backup-" + known.destination().place();
    var heading = new H2(BackupTexts.address(known));
    heading.setId(id);
    var country = chip(known.destination().country().name(Formats.locale()));
    refused.addClassNames("line-chip", Look.BAD.css());
    var title = new Div(heading, country, refused);
    title.addClassName("light-row");
    String since = Formats.dateTime(known.added());
    var added =
        new Paragraph(
            known.machine().isEmpty()
                ? t("backups.added.folder", since)
                : t("backups.added", since));
    added.addClassName("line-soft");
    getContent().addClassName("light-panel");
    getContent().getElement().setAttribute("aria-labelledby", id);
    getContent().add(title, added, remedy, leftOut);
    for (String server : state.servers()) {
      var list = new UnorderedList();
      list.addClassName("lines");
      list.getElement()
          .setAttribute("aria-label", t("backups.list", BackupTexts.server(state, server)));
      for (Technology technology : Technology.values()) {
        BackupCell cell = new BackupCell(server, known.destination().id(), technology);
        BackupLine line = new BackupLine(service, state, cell, changed);
        lines.put(cell, line);
        list.add(line);
      }
      getContent().add(new H3(BackupTexts.server(state, server)), list);
    }
  }

  private static Span chip(String text) {
    var chip = new Span(text);
    chip.addClassNames("line-chip", "backup-country");
    return chip;
  }

  /**
   * Shows how it is.
   *
   * @param askable where something may be asked for
   */
  void show(BackupState state, Known known, Predicate<BackupCell> askable, Instant now) {
    String why = known.refused();
    refused.setText(why == null ? "" : t("places.refusal." + why));
    refused.setVisible(why != null);
    remedy.setVisible(why != null);
    Instant since = known.leftOut();
    leftOut.setText(since == null ? "" : t("backups.left-out", Formats.dateTime(since)));
    leftOut.setVisible(since != null && why == null); // what is refused has its own words
    lines.forEach((cell, line) -> line.show(state, askable.test(cell), now));
  }
}
