package eu.rempart.watch.probe.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.shell.part.Notices;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** Gives a place that an organisation made itself another name. */
final class PlaceDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final Select<Place> place = new Select<>();
  private final TextField name = new TextField(t("probe.place.name"));
  private final transient Supplier<List<Place>> places;
  private final transient BiPredicate<Place, String> rename;

  /**
   * @param places those that there are now, of which there is one at least
   * @param rename gives one, as it was shown, this name; false if somebody else did so meanwhile
   */
  PlaceDialog(Supplier<List<Place>> places, BiPredicate<Place, String> rename) {
    this.places = places;
    this.rename = rename;
    setHeaderTitle(t("probe.place.rename"));
    addClassName("watch-dialog");
    setCloseOnOutsideClick(false);
    place.setLabel(t("probe.place"));
    place.setItemLabelGenerator(each -> t("probe.place.known", each.name(), each.zone().code()));
    // null for the moment in which the list is read anew
    place.addValueChangeListener(
        change -> name.setValue(change.getValue() == null ? "" : change.getValue().name()));
    name.setManualValidation(true);
    name.setRequiredIndicatorVisible(true);
    name.setMaxLength(Place.LONGEST_NAME);
    name.setHelperText(t("probe.place.name.hint"));
    name.setErrorMessage(t("probe.place.name.wrong"));
    var fields = new Div(place, name);
    fields.addClassName("watch-form");
    add(fields);
    var go = new Button(t("probe.place.rename.go"), _ -> save());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
    read();
  }

  private void read() {
    Optional<Zone> chosen = place.getOptionalValue().map(Place::zone);
    List<Place> now = places.get();
    place.setItems(now);
    place.setValue(
        now.stream()
            .filter(each -> chosen.equals(Optional.of(each.zone())))
            .findFirst()
            .orElseGet(now::getFirst));
  }

  private void save() {
    name.setInvalid(!Place.isName(name.getValue()));
    if (name.isInvalid()) {
      name.focus();
      return;
    }
    if (rename.test(place.getValue(), name.getValue())) {
      close();
      Notices.success(t("probe.place.renamed"));
    } else {
      Notices.error(t("probe.place.stale"));
      read();
    }
  }
}
