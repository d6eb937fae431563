package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.StatusReport;
import java.util.List;
import java.util.Locale;

/** How what is watched is now, to be read from afar: what is wrong comes first. */
@StyleSheet("styles/watch.css")
final class WatchPanel extends Composite<Section> {

  private static final long serialVersionUID = 1L;

  /** More than that nobody reads on a wall; the rest is counted. */
  static final int SHOWN = 12;

  private final DescriptionList tiles = new DescriptionList();
  private final Paragraph rest = new Paragraph();

  WatchPanel(StatusReport report) {
    tiles.addClassName("watch-tiles");
    rest.addClassName("line-soft");
    getContent().addClassName("watch-wall");
    getContent().add(new H2(t("watch.title")), tiles, rest);
    show(report);
  }

  void show(StatusReport report) {
    WatchText words = Words.of(report);
    List<CheckStatus> checks = CheckList.worstFirst(report);
    tiles.removeAll();
    checks.stream()
        .limit(SHOWN)
        .forEach(status -> tiles.getElement().appendChild(tile(words, status, report)));
    int more = checks.size() - SHOWN;
    rest.setVisible(checks.isEmpty() || more > 0);
    rest.setText(checks.isEmpty() ? t("watch.checks.none") : t("watch.wall.more", more));
  }

  private static Element tile(WatchText words, CheckStatus status, StatusReport report) {
    boolean known = status.check().enabled() && status.known(report.at());
    var stage = new Span(CheckList.state(words, status, report.at()));
    stage.addClassName("watch-tile-stage");
    var value = new Description(stage);
    status
        .last()
        .filter(_ -> known)
        .ifPresent(
            last -> {
              var found = new Span(words.found(status.check(), last));
              found.addClassName("line-soft");
              value.add(found);
            });
    var tile = new Div(new Term(status.check().name()), value);
    tile.addClassNames("watch-tile", "watch-" + look(status.stage(), known));
    return tile.getElement();
  }

  private static String look(Stage stage, boolean known) {
    return known ? stage.name().toLowerCase(Locale.ROOT) : "paused";
  }
}
