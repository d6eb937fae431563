package eu.rempart.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import eu.rempart.WithFirm;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.FirstPipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.search.Indexes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.ObjectMapper;

/** A dashboard over deals that are in the index: how its charts are touched, and what is behind. */
abstract class WithDashboard extends WithFirm {

  @Autowired DealService deals;
  @Autowired PipelineService pipelines;

  @Override
  protected void arrive() {
    super.arrive();
    Indexes.awaitReady(deals::indexState);
  }

  Stage first() {
    return FirstPipeline.of(pipelines).stages().getFirst();
  }

  StageId stage(DealState kind) {
    return FirstPipeline.of(pipelines).stages().stream()
        .filter(stage -> stage.state() == kind)
        .findFirst()
        .orElseThrow()
        .kept();
  }

  /** An open deal of 100. */
  DealId deal(String name, String currency, @Nullable LocalDate expected) {
    return deals.create(
        DealData.builder()
            .name(name)
            .amount(new BigDecimal("100"))
            .currency(currency)
            .stageId(first().kept())
            .expectedClose(expected)
            .build());
  }

  /** What the browser says when something of a chart is chosen. */
  void fire(Element element, String event, String key) {
    element
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(
            new DomEvent(
                element, event, new ObjectMapper().valueToTree(Map.of("event.detail.key", key))));
    roundTrip();
  }

  /** The deals of the list that was opened. */
  List<String> names() {
    assertThat(find(H1.class).single().getText()).isEqualTo("Deals");
    return IntStream.range(0, test(grid()).size())
        .mapToObj(i -> String.valueOf(((DealRow) test(grid()).getRow(i)).shown().name()))
        .toList();
  }
}
