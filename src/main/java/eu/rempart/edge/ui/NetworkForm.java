package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.util.Optional;

/** A network that may always come, or that may not for a while. */
final class NetworkForm implements ChangeForm {

  private final TextField network = new TextField(t("edge.network.label"));
  private final boolean bans;
  private final UntilField until = new UntilField();
  private final Select<Duration> length = new Select<>();

  private NetworkForm(boolean bans, String text) {
    this.bans = bans;
    network.setHelperText(t("edge.network.hint"));
    network.setManualValidation(true);
    network.setValue(text);
    length.setLabel(t("edge.ban.length"));
    length.setItems(
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofHours(24),
        Duration.ofDays(7),
        Duration.ofDays(30));
    length.setItemLabelGenerator(TrafficText::of);
    length.setValue(Duration.ofHours(24));
  }

  /** Asks for a network that is never refused. */
  static NetworkForm allow() {
    return new NetworkForm(false, "");
  }

  /** Asks for a network to refuse; {@code text} is there to begin with. */
  static NetworkForm ban(String text) {
    return new NetworkForm(true, text);
  }

  @Override
  public Component fields() {
    var fields = new Div(network, bans ? length : until);
    fields.addClassName("edge-form");
    return fields;
  }

  @Override
  public void onEdit(Runnable edited) {
    network.addValueChangeListener(_ -> edited.run());
    until.onChange(edited);
    length.addValueChangeListener(_ -> edited.run());
  }

  @Override
  public Optional<EdgeChange> change(String reason) {
    Optional<Prefix> prefix = network();
    if (until.isInvalid()) {
      return Optional.empty();
    }
    return prefix.map(
        given ->
            bans
                ? new EdgeChange.Impose(given, length.getValue())
                : new EdgeChange.Allow(AllowedNetwork.of(given, reason, until.until())));
  }

  private Optional<Prefix> network() {
    Optional<Prefix> given = Prefix.parse(network.getValue());
    boolean spans = given.map(Prefix::spansIpv4).orElse(false);
    network.setErrorMessage(t(spans ? "edge.network.spans" : "edge.network.wrong"));
    network.setInvalid(spans || given.isEmpty());
    return given.filter(_ -> !spans);
  }

  @Override
  public boolean previewed() {
    return bans;
  }
}
