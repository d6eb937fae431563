package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.rule.Limit;
import eu.rempart.shell.text.Formats;

/** How much is too much. */
final class Limits extends Composite<Panel> {

  private static final long serialVersionUID = 1L;

  private final transient EdgeAdministration administration;
  private final Lines lines = new Lines(t("edge.limits.title"), t("edge.nothing"));

  Limits(EdgeAdministration administration) {
    this.administration = administration;
    getContent().add(lines);
    show();
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.limits.title"));
  }

  private void show() {
    lines.clear();
    var settings = administration.settings();
    for (Limit limit : Limit.values()) {
      if (limit.isOfDetection()) {
        continue; // they have a list of their own, with what is done about it
      }
      int now = settings.of(limit);
      String name = TrafficText.of(limit);
      var change =
          new Button(
              t("edge.limit.change"),
              _ ->
                  new ChangeDialog(name, new LimitForm(limit, now), administration, this::show)
                      .open());
      change.setAriaLabel(t("edge.limit.change.of", name));
      change.addThemeVariants(ButtonVariant.TERTIARY);
      lines.add(
          name,
          Formats.number(now),
          now == limit.usual() ? t("edge.limit.usual") : t("edge.limit.own", limit.usual()),
          change);
    }
  }
}
