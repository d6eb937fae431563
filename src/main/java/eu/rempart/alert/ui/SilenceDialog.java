package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.Silence;
import eu.rempart.alert.incident.Sources;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Of what nobody is told for a while, and why. */
final class SilenceDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final List<Duration> LENGTHS =
      Stream.of(1, 2, 4, 8, 24, 72, 168).map(Duration::ofHours).toList();

  /** What was chosen. */
  record Chosen(@Nullable String source, @Nullable String label, Duration length, String reason) {}

  private final Select<String> source = new Select<>();
  private final TextField label = new TextField(t("alert.silence.label"));
  private final Select<Duration> length = new Select<>();
  private final TextField reason = new TextField(t("alert.silence.reason"));
  private final transient Consumer<Chosen> make;

  SilenceDialog(Consumer<Chosen> make, String ofSource, String ofLabel) {
    this.make = make;
    setHeaderTitle(t("alert.silence.make"));
    addClassName("alert-dialog");
    setCloseOnOutsideClick(false);
    source.setLabel(t("alert.silence.source"));
    source.setItems(Stream.concat(Stream.of(""), Sources.ALL.stream()).toList());
    source.setItemLabelGenerator(
        each -> each.isEmpty() ? t("alert.silence.all") : Words.current().source(each));
    source.setValue(Sources.ALL.contains(ofSource) ? ofSource : "");
    label.setHelperText(t("alert.silence.label.hint"));
    label.setMaxLength(AlertRequest.LONGEST_LABEL);
    label.setValue(ofLabel);
    length.setLabel(t("alert.silence.length"));
    length.setItems(LENGTHS);
    length.setItemLabelGenerator(each -> t("alert.silence.hours", each.toHours()));
    length.setValue(LENGTHS.getFirst());
    reason.setRequiredIndicatorVisible(true);
    reason.setMaxLength(Silence.LONGEST_REASON);
    reason.setManualValidation(true);
    reason.setErrorMessage(t("alert.silence.reason.missing"));
    var fields = new Div(source, label, length, reason);
    fields.addClassName("alert-form");
    add(fields);
    var go = new Button(t("alert.silence.save"), _ -> save());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
  }

  private void save() {
    String why = reason.getValue().strip();
    reason.setInvalid(why.isEmpty() || why.chars().anyMatch(Character::isISOControl));
    if (reason.isInvalid()) {
      return;
    }
    close();
    make.accept(
        new Chosen(orNull(source.getValue()), orNull(label.getValue()), length.getValue(), why));
  }

  private static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
