package eu.rempart.deal.board.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.ListPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose deals of which pipeline a board shows; the address remembers it. */
final class BoardChoice extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final String PIPELINE = "pipeline";
  private static final String OWNER = "owner";

  private final Select<Pipeline> pipeline = new Select<>();
  private final Select<UUID> owner = new Select<>();
  private final String path;
  private final transient Runnable changed;
  private boolean showing;

  /**
   * A choice of everything.
   *
   * @param path of the view, for the address
   * @param changed called when somebody chooses
   */
  BoardChoice(List<Pipeline> pipelines, Map<UUID, String> members, String path, Runnable changed) {
    this.path = path;
    this.changed = changed;
    pipeline.setAriaLabel(t("deal.pipeline"));
    pipeline.setItems(pipelines);
    pipeline.setItemLabelGenerator(Pipeline::name);
    pipeline.setVisible(pipelines.size() > 1);
    pipelines.stream().findFirst().ifPresent(pipeline::setValue);
    owner.setAriaLabel(t("deal.field.owner_id"));
    owner.setItems(new ArrayList<>(members.keySet()));
    owner.setEmptySelectionAllowed(true);
    owner.setEmptySelectionCaption(t("deal.owner.all"));
    owner.setItemLabelGenerator(
        id -> id == null ? t("deal.owner.all") : members.getOrDefault(id, "…"));
    pipeline.addValueChangeListener(_ -> chosen());
    owner.addValueChangeListener(_ -> chosen());
    getContent().addClassName("board-choice");
    getContent().add(pipeline, owner);
  }

  Optional<Pipeline> pipeline() {
    return pipeline.getOptionalValue();
  }

  @Nullable UUID owner() {
    return owner.getValue();
  }

  /** Shows what the address says; what it says wrongly is passed over. */
  void show(QueryParameters parameters) {
    showing = true;
    parameters
        .getSingleParameter(PIPELINE)
        .flatMap(ListAddress::uuid)
        .map(PipelineId::new)
        .flatMap(
            id -> pipeline.getListDataView().getItems().filter(p -> p.id().equals(id)).findFirst())
        .ifPresent(pipeline::setValue);
    parameters
        .getSingleParameter(OWNER)
        .flatMap(ListAddress::uuid)
        .filter(id -> owner.getListDataView().contains(id))
        .ifPresent(owner::setValue);
    showing = false;
  }

  private void chosen() {
    if (showing) {
      return;
    }
    Map<String, String> said = new LinkedHashMap<>();
    pipeline()
        .filter(_ -> pipeline.isVisible())
        .ifPresent(p -> said.put(PIPELINE, p.id().toString()));
    owner.getOptionalValue().ifPresent(id -> said.put(OWNER, id.toString()));
    ListPlace.say(new Location(path, QueryParameters.simple(said)));
    changed.run();
  }
}
