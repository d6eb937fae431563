package eu.rempart.watch.probe.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.place.Place;
import eu.rempart.watch.probe.ProbeService;
import eu.rempart.watch.probe.ProbeService.NewCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Makes a code for an agent, in a place that may be a new one, and shows the command, once. */
final class CodeDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** A place that is in the list, or empty for one that is not yet. */
  private final Select<Optional<Zone>> zone = new Select<>();

  private final TextField newCode = new TextField(t("probe.place.code"));
  private final TextField newName = new TextField(t("probe.place.name"));
  private final Div fields = new Div();
  private final Button go;
  private final transient List<Zone> known;
  private final transient WatchText words;
  private final transient BiFunction<Zone, Optional<Place>, NewCode> make;

  /**
   * @param zones that are known already
   * @param words with the names of places
   * @param make what makes the code, and the place first if it is a new one
   */
  CodeDialog(List<Zone> zones, WatchText words, BiFunction<Zone, Optional<Place>, NewCode> make) {
    this.known = zones;
    this.words = words;
    this.make = make;
    setHeaderTitle(t("probe.code.make"));
    addClassName("watch-dialog");
    setCloseOnOutsideClick(false);
    zone.setLabel(t("probe.code.zone"));
    zone.setItems(
        Stream.concat(zones.stream().map(Optional::of), Stream.of(Optional.<Zone>empty()))
            .toList());
    zone.setItemLabelGenerator(each -> each.map(words::of).orElseGet(() -> t("probe.place.new")));
    zone.setValue(Optional.of(zones.getFirst()));
    zone.setHelperText(t("probe.code.hint"));
    zone.addValueChangeListener(change -> fit(change.getValue().isEmpty()));
    newCode.setManualValidation(true);
    newCode.setMaxLength(Zone.LONGEST_CODE);
    newCode.setHelperText(t("probe.place.code.hint"));
    newName.setManualValidation(true);
    newName.setMaxLength(Place.LONGEST_NAME);
    newName.setHelperText(t("probe.place.name.hint"));
    newName.setErrorMessage(t("probe.place.name.wrong"));
    fields.addClassName("watch-form");
    fields.add(zone, newCode, newName);
    add(fields);
    go = new Button(t("probe.code.go"), _ -> make());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.close"), _ -> close()), go);
    fit(false);
  }

  private void fit(boolean made) {
    newCode.setVisible(made);
    newName.setVisible(made);
    newCode.setRequiredIndicatorVisible(made);
    newName.setRequiredIndicatorVisible(made);
  }

  private void make() {
    Zone chosen = zone.getValue().orElse(null);
    if (chosen != null) {
      show(make.apply(chosen, Optional.empty()));
      return;
    }
    place().ifPresent(place -> show(make.apply(place.zone(), Optional.of(place))));
  }

  /** The new place; empty if a field is wrong, which then says so. */
  private Optional<Place> place() {
    String code = newCode.getValue().strip().toUpperCase(Locale.ROOT);
    boolean taken = known.stream().anyMatch(each -> each.code().equals(code));
    newCode.setErrorMessage(t(taken ? "probe.place.code.taken" : "probe.place.code.wrong"));
    newCode.setInvalid(taken || !Zone.isCodeElsewhere(code));
    newName.setInvalid(!Place.isName(newName.getValue()));
    return newCode.isInvalid() || newName.isInvalid()
        ? Optional.empty()
        : Optional.of(new Place(new Zone(code), newName.getValue()));
  }

  private void show(NewCode code) {
    var command = new TextArea(t("probe.code.command"));
    command.setValue(code.command());
    command.setReadOnly(true);
    command.setAutoselect(true);
    command.setWidthFull();
    var once =
        new Paragraph(
            t("probe.code.once", ProbeService.CODE_LIFE.toMinutes(), words.of(code.expires())));
    once.addClassName("line-soft");
    fields.removeAll();
    fields.add(command, once);
    go.setVisible(false);
    command.focus();
  }
}
