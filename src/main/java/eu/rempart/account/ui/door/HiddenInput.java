package eu.rempart.account.ui.door;

import com.vaadin.flow.component.html.Input;
import java.util.List;
import java.util.stream.Stream;

/** What a plain HTML form sends along. */
final class HiddenInput extends Input {

  private static final long serialVersionUID = 1L;

  HiddenInput(String name, String value) {
    setType("hidden");
    getElement().setAttribute("name", name);
    getElement().setAttribute("value", value);
  }

  /** For what an authenticator answers, as {@code passkey.js} fills it in. */
  static List<HiddenInput> forPasskey() {
    return Stream.of("id", "clientData", "authenticator", "signature", "user", "key")
        .map(name -> new HiddenInput(name, ""))
        .toList();
  }
}
