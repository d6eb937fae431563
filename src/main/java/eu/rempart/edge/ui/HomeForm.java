package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.place.Place;
import eu.rempart.shell.field.ChoicesField;
import java.util.Optional;
import java.util.Set;

/** The organisation's own countries. */
final class HomeForm implements ChangeForm {

  private final ChoicesField<Place> places = new ChoicesField<>(t("edge.home.label"));

  HomeForm(Set<Place> now) {
    places.setItems(RuleTargets.countries());
    places.setItemLabelGenerator(TrafficText::of);
    places.setHelperText(t("edge.home.hint"));
    places.setValue(now);
  }

  @Override
  public Component fields() {
    return places;
  }

  @Override
  public void onEdit(Runnable edited) {
    places.addValueChangeListener(_ -> edited.run());
  }

  @Override
  public Optional<EdgeChange> change(String reason) {
    return Optional.of(new EdgeChange.SetHome(places.getValue()));
  }

  @Override
  public boolean previewed() {
    return true;
  }
}
