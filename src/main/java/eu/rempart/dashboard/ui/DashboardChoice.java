package eu.rempart.dashboard.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.dashboard.Slice;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.ListPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Of what the figures are made; the address remembers it. What leaves no choice is not shown. */
final class DashboardChoice extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  /** Where no deal has an amount. */
  private static final String NONE = "EUR";

  private static final String CURRENCY = "currency";
  private static final String PIPELINE = "pipeline";
  private static final String OWNER = "owner";

  private final Select<String> currency = new Select<>();
  private final Select<Pipeline> pipeline = new Select<>();
  private final Select<UUID> owner = new Select<>();
  private final transient List<String> currencies;
  private final transient List<Pipeline> pipelines;
  private final transient Runnable changed;
  private boolean showing;

  /**
   * A choice of everything.
   *
   * @param currencies that of most deals first
   * @param changed called when somebody chooses
   */
  DashboardChoice(
      List<String> currencies,
      List<Pipeline> pipelines,
      Map<UUID, String> members,
      Runnable changed) {
    this.currencies = currencies;
    this.pipelines = pipelines;
    this.changed = changed;
    currency.setLabel(t("dashboard.choice.currency"));
    currency.setItems(currencies);
    currency.setVisible(currencies.size() > 1);
    currencies.stream().findFirst().ifPresent(currency::setValue);
    pipeline.setLabel(t("dashboard.choice.pipeline"));
    pipeline.setItems(pipelines);
    pipeline.setVisible(pipelines.size() > 1);
    String all = t("dashboard.choice.pipeline.all");
    pipeline.setEmptySelectionAllowed(true);
    pipeline.setEmptySelectionCaption(all);
    pipeline.setItemLabelGenerator(one -> one == null ? all : one.name());
    owner.setLabel(t("dashboard.choice.owner"));
    owner.setItems(new ArrayList<>(members.keySet()));
    owner.setVisible(members.size() > 1);
    String everybody = t("dashboard.choice.owner.all");
    owner.setEmptySelectionAllowed(true);
    owner.setEmptySelectionCaption(everybody);
    owner.setItemLabelGenerator(id -> id == null ? everybody : members.getOrDefault(id, "…"));
    currency.addValueChangeListener(_ -> chosen());
    pipeline.addValueChangeListener(_ -> chosen());
    owner.addValueChangeListener(_ -> chosen());
    getContent().addClassName("dashboard-choice");
    getContent().add(currency, pipeline, owner);
  }

  Slice slice() {
    return new Slice(
        currency.getOptionalValue().orElse(NONE),
        pipeline.getOptionalValue().map(Pipeline::id).orElse(null),
        owner.getValue());
  }

  /** Whether there are deals in other currencies, too. */
  boolean isAmong() {
    return currencies.size() > 1;
  }

  /** Shows what the address says, and all where it says nothing, or something wrong. */
  void show(QueryParameters parameters) {
    showing = true;
    currency.setValue(
        parameters
            .getSingleParameter(CURRENCY)
            .filter(currencies::contains)
            .or(() -> currencies.stream().findFirst())
            .orElse(null));
    pipeline.setValue(
        parameters
            .getSingleParameter(PIPELINE)
            .flatMap(ListAddress::uuid)
            .map(PipelineId::new)
            .flatMap(id -> pipelines.stream().filter(p -> p.id().equals(id)).findFirst())
            .orElse(null));
    owner.setValue(
        parameters
            .getSingleParameter(OWNER)
            .flatMap(ListAddress::uuid)
            .filter(id -> owner.getListDataView().contains(id))
            .orElse(null));
    // whatever the address chose can be taken back
    pipeline.setVisible(pipelines.size() > 1 || !pipeline.isEmpty());
    owner.setVisible(owner.isVisible() || !owner.isEmpty());
    getContent().setVisible(currency.isVisible() || pipeline.isVisible() || owner.isVisible());
    showing = false;
  }

  private void chosen() {
    if (showing) {
      return;
    }
    Map<String, String> said = new LinkedHashMap<>();
    currency
        .getOptionalValue()
        .filter(code -> !code.equals(currencies.getFirst()))
        .ifPresent(code -> said.put(CURRENCY, code));
    pipeline.getOptionalValue().ifPresent(p -> said.put(PIPELINE, p.id().toString()));
    owner.getOptionalValue().ifPresent(id -> said.put(OWNER, id.toString()));
    ListPlace.say(new Location(DashboardNavigation.FIGURES, QueryParameters.simple(said)));
    changed.run();
  }
}
