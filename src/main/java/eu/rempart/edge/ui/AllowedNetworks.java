package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.shell.text.Formats;
import java.time.Instant;

/** Networks that are never refused, slowed or banned. */
final class AllowedNetworks extends Composite<Panel> {

  private static final long serialVersionUID = 1L;

  private final transient EdgeAdministration administration;
  private final Lines lines = new Lines(t("edge.allowed.title"), t("edge.allowed.none"));

  AllowedNetworks(EdgeAdministration administration) {
    this.administration = administration;
    var add =
        new Button(t("edge.allowed.add"), _ -> open(t("edge.allowed.add"), NetworkForm.allow()));
    getContent().add(lines, add);
    show();
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.allowed.title"));
  }

  private void show() {
    lines.clear();
    administration.allowed().forEach(this::add);
  }

  private void add(AllowedNetwork network) {
    String name = network.network().toString();
    var remove =
        new Button(
            t("edge.allowed.remove"),
            _ ->
                open(
                    t("edge.allowed.remove.of", name),
                    new PlainChange(
                        new EdgeChange.Disallow(network),
                        t("edge.allowed.remove.sentence"),
                        true)));
    remove.setAriaLabel(t("edge.allowed.remove.of", name));
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    Instant end = network.expiresAt();
    String until = end == null ? t("edge.until.none") : t("edge.until.is", Formats.dateTime(end));
    lines.add(name, "", network.reason() + " · " + until, remove);
  }

  private void open(String title, ChangeForm form) {
    new ChangeDialog(title, form, administration, this::show).open();
  }
}
