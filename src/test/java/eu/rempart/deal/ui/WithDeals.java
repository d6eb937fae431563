package eu.rempart.deal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import eu.rempart.WithFirm;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.board.BoardService;
import eu.rempart.deal.pipeline.FirstPipeline;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.search.Indexes;
import eu.rempart.shell.board.CardBoard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A firm that sells, and what its boards show. */
public abstract class WithDeals extends WithFirm {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired protected DealService deals;
  @Autowired protected BoardService boards;
  @Autowired protected PipelineService pipelines;

  @Override
  protected void arrive() {
    super.arrive();
    Indexes.awaitReady(deals::indexState);
  }

  protected Pipeline pipeline() {
    return FirstPipeline.of(pipelines);
  }

  protected StageId stage(int place) {
    return pipeline().stages().get(place).kept();
  }

  protected StageId last() {
    return pipeline().stages().getLast().kept();
  }

  protected DealId deal(String name) {
    return deals.create(data(name).build());
  }

  protected eu.rempart.deal.DealDataBuilder data(String name) {
    return DealData.builder()
        .name(name)
        .stageId(stage(0))
        .amount(new BigDecimal("1200"))
        .currency("EUR");
  }

  protected Deal now(DealId id) {
    return deals.find(id).orElseThrow();
  }

  protected CardBoard board() {
    return find(CardBoard.class).single();
  }

  /** Titles of the cards of a column. */
  protected List<String> cards(String column) {
    return cards(column, "title");
  }

  /** What the cards of a column say there. */
  protected List<String> cards(String column, String property) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : (JsonNode) board().getElement().getPropertyRaw("columns")) {
      if (each.get("key").asString().equals(column)) {
        each.get("cards").forEach(card -> texts.add(card.get(property).asString()));
      }
    }
    return texts;
  }

  /** What the browser sends when a card was put somewhere. */
  protected void drop(DealId deal, String column, String above) {
    fire(
        "card-moved",
        Map.of(
            "event.detail.card", deal.toString(),
            "event.detail.column", column,
            "event.detail.above", above));
  }

  protected void fire(String event, Map<String, String> data) {
    var element = board().getElement();
    element
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(element, event, JSON.valueToTree(data)));
    roundTrip();
  }

  protected void show(String path) {
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate(path);
    roundTrip();
  }
}
