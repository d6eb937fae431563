package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.security.EventFilter;
import eu.rempart.shell.field.number.WholeNumberField;
import java.net.InetAddress;
import java.util.Optional;

/** How far back events are shown, and from which network. */
final class EventFilterBar extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int MOST_HOURS = 17_520;

  private final WholeNumberField hours = new WholeNumberField(t("account.events.hours"));
  private final TextField network = new TextField(t("account.events.network"));

  /**
   * A bar.
   *
   * @param changed called when somebody asks for something else
   */
  EventFilterBar(Runnable changed) {
    hours.setMin(1);
    hours.setMax(MOST_HOURS);
    hours.setErrorMessage(t("account.events.hours.wrong", MOST_HOURS));
    network.setHelperText(t("account.events.network.hint"));
    network.setMaxLength(49);
    network.setManualValidation(true);
    network.setErrorMessage(t("account.events.network.wrong"));
    network.setClearButtonVisible(true);
    var show =
        new Button(
            t("account.events.show"),
            _ -> {
              if (isRight()) {
                changed.run();
              }
            });
    getContent().addClassName("events-bar");
    getContent().add(hours, network, show);
  }

  private boolean isRight() {
    Integer value = hours.getValue();
    hours.setInvalid(value == null || value < 1 || value > MOST_HOURS);
    network.setInvalid(!isNetwork(network.getValue().strip()));
    return !hours.isInvalid() && !network.isInvalid();
  }

  /** Whatever the database would not take for an address is none; markup is not either. */
  static boolean isNetwork(String text) {
    return text.isEmpty() || network(text).isPresent();
  }

  /** In the form that the database takes; Java would also take 1.2.3 for an address. */
  private static Optional<String> network(String text) {
    if (!EventFilter.looksLikeNetwork(text)) {
      return Optional.empty();
    }
    String[] parts = text.split("/", -1);
    try {
      InetAddress address = InetAddress.ofLiteral(parts[0]);
      int most = address.getAddress().length * 8;
      int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
      return bits > most ? Optional.empty() : Optional.of(address.getHostAddress() + "/" + bits);
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  void set(long back, String from) {
    hours.setValue((int) back);
    network.setValue(from);
    isRight();
  }

  /** How far back, 1 or more; the last right number while the field shows none. */
  long hours() {
    Integer value = hours.getValue();
    return value == null ? 1 : Math.clamp(value, 1, MOST_HOURS);
  }

  /** An address or network; empty for all. */
  String network() {
    return network(network.getValue().strip()).orElse("");
  }
}
