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
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.secret.ShownOnce;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.place.Place;
import eu.rempart.watch.probe.ProbeService;
import eu.rempart.watch.probe.ProbeService.NewCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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
  private final transient Supplier<List<Zone>> zones;
  private final transient Supplier<WatchText> naming;
  private final transient BiFunction<Zone, Optional<Place>, Optional<NewCode>> make;
  private transient List<Zone> known;
  private transient WatchText words;

  /**
   * @param zones those that are known now
   * @param naming with the names of places that they have now
   * @param make what makes the code, and the place first if it is a new one; empty if somebody else
   *     made such a place meanwhile
   */
  CodeDialog(
      Supplier<List<Zone>> zones,
      Supplier<WatchText> naming,
      BiFunction<Zone, Optional<Place>, Optional<NewCode>> make) {
    this.zones = zones;
    this.naming = naming;
    this.make = make;
    this.known = zones.get();
    this.words = naming.get();
    setHeaderTitle(t("probe.code.make"));
    addClassName("watch-dialog");
    setCloseOnOutsideClick(false);
    zone.setLabel(t("probe.code.zone"));
    zone.setItemLabelGenerator(
        each -> each.map(this::nameOf).orElseGet(() -> t("probe.place.new")));
    zone.setItems(offered());
    zone.setValue(Optional.of(known.getFirst()));
    zone.setHelperText(t("probe.code.hint"));
    // null, which is none of them, for the moment in which the list is read anew
    zone.addValueChangeListener(change -> fit(Optional.empty().equals(change.getValue())));
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

  private List<Optional<Zone>> offered() {
    return Stream.concat(known.stream().map(Optional::of), Stream.of(Optional.<Zone>empty()))
        .toList();
  }

  private String nameOf(Zone each) {
    return words.of(each);
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
      make.apply(chosen, Optional.empty()).ifPresent(this::show);
      return;
    }
    place()
        .ifPresent(
            place ->
                make.apply(place.zone(), Optional.of(place))
                    .ifPresentOrElse(this::show, this::showTaken));
  }

  /** Somebody else made such a place since this was opened: it is there to be chosen. */
  private void showTaken() {
    known = zones.get();
    words = naming.get();
    zone.setItems(offered());
    zone.setValue(Optional.empty());
    newCode.setErrorMessage(t("probe.place.code.taken"));
    newCode.setInvalid(true);
    zone.focus();
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
    ShownOnce.guard(this);
    fields.removeAll();
    var copy = FieldList.copyButton(t("probe.code.command"), code.command());
    fields.add(command, copy, once);
    go.setVisible(false);
    command.focus();
  }
}
