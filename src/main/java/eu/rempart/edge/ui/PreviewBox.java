package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.edge.admin.Preview;
import eu.rempart.edge.admin.Preview.Basis;
import eu.rempart.shell.chart.Ranking;
import java.util.List;
import java.util.Map;

/** What a change would have refused or slowed in the last seven days. */
final class PreviewBox extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 8;

  PreviewBox(Preview preview) {
    var box = getContent();
    box.addClassName("edge-preview");
    box.add(new H3(t("edge.preview.title")));
    if (preview.connections() == 0 && preview.requests() == 0 && preview.sources().isEmpty()) {
      if (preview.basis() != Basis.UNKNOWN) {
        box.add(new Paragraph(t("edge.preview.nothing")));
      }
      explain(preview.basis());
      return;
    }
    box.add(new Paragraph(t("edge.preview.sums", preview.connections(), preview.requests())));
    if (preview.signIns() > 0) {
      var members = new Paragraph(t("edge.preview.sign-ins", preview.signIns()));
      members.addClassName("edge-refused");
      box.add(members);
    }
    if (!preview.byPlace().isEmpty()) {
      var places = new Ranking(t("edge.preview.places"), "", t("edge.nothing"));
      places.setRows(
          preview.byPlace().entrySet().stream()
              .sorted(Map.Entry.comparingByValue((a, b) -> Long.compare(b, a)))
              .limit(SHOWN)
              .map(
                  each ->
                      new Ranking.Row(
                          each.getKey().code(),
                          TrafficText.of(each.getKey()),
                          each.getValue(),
                          each.getValue()))
              .toList());
      box.add(places);
    }
    if (!preview.sources().isEmpty()) {
      box.add(new H3(t("edge.preview.sources")), sources(preview));
    }
    if (!preview.complete()) {
      box.add(new Paragraph(t("edge.preview.incomplete")));
    }
    explain(preview.basis());
  }

  private void explain(Basis basis) {
    String words =
        switch (basis) {
          case COUNTS -> "";
          case PEAKS -> t("edge.preview.basis.peaks");
          case SUMS -> t("edge.preview.basis.sums");
          case AVERAGES -> t("edge.preview.basis.averages");
          case UNKNOWN -> t("edge.preview.basis.unknown");
          case NOTHING -> t("edge.preview.basis.nothing");
        };
    if (!words.isEmpty()) {
      getContent().add(new Paragraph(words));
    }
    if (basis != Basis.UNKNOWN && basis != Basis.NOTHING) {
      getContent().add(new Paragraph(t("edge.preview.lag")));
    }
  }

  private static Ranking sources(Preview preview) {
    var sources = new Ranking(t("edge.preview.sources"), "", t("edge.nothing"));
    List<Ranking.Row> rows =
        preview.sources().stream()
            .limit(SHOWN)
            .map(
                each ->
                    new Ranking.Row(
                        each.window().prefix().toString(),
                        each.window().prefix() + " · " + TrafficText.of(each.place()),
                        each.window().connections(),
                        0))
            .toList();
    sources.setRows(rows);
    return sources;
  }
}
