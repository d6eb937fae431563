package eu.rempart.deal.pipeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.Pipelines;
import eu.rempart.deal.ui.WithDeals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How managers shape pipelines. */
class PipelineScreensTest extends WithDeals {

  private PipelineForm form(Pipeline pipeline) {
    return find(PipelineForm.class)
        .withCondition(form -> pipeline.name().equals(form.getElement().getAttribute("aria-label")))
        .all()
        .getFirst();
  }

  private void press(PipelineForm form, String text) {
    test(find(Button.class, form).withText(text).single()).click();
  }

  private Button step(PipelineForm form, String label) {
    return find(Button.class, form)
        .withCondition(button -> label.equals(button.getAriaLabel().orElse("")))
        .all()
        .getFirst();
  }

  private Pipeline fresh(String name) {
    pipeline();
    pipelines.create(name, Pipelines.firstStages());
    return now(name);
  }

  private Pipeline now(String name) {
    return pipelines.all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(Pipeline pipeline) {
    return pipeline.stages().stream().map(Stage::name).toList();
  }

  @Test
  void stagesAreNamedAddedAndPutInOrder() {
    fresh("Direktvertrieb");
    show(DealNavigation.PIPELINES);
    PipelineForm form = form(now("Direktvertrieb"));
    press(form, "Add stage");
    List<TextField> fields = find(TextField.class, form).withLabel("Name").all();
    test(fields.get(5)).setValue("Vertrag prüfen");
    test(step(form, "Move down: New")).click();
    press(form, "Save pipeline");

    assertThat(names(now("Direktvertrieb")))
        .containsExactly(
            "Qualified", "New", "Offer made", "Negotiation", "Vertrag prüfen", "Won", "Lost");
  }

  @Test
  void aStageWithDealsAsksWhereTheyGo() {
    Pipeline pipeline = fresh("Projekte");
    Stage offer = pipeline.stages().get(2);
    DealId id = deals.create(data("Bleibt erhalten").stageId(offer.kept()).build());
    show(DealNavigation.PIPELINES);
    test(step(form(pipeline), "Remove stage: Offer made")).click();
    assertThat(pipelines.countDeals(offer.kept())).isEqualTo(1);

    confirm();

    assertThat(names(now("Projekte"))).doesNotContain("Offer made");
    assertThat(super.now(id).data().stageId()).isEqualTo(pipeline.stages().getFirst().kept());
  }

  @Test
  void whatIsTypedStaysWhenAStageGoesOrAnotherPipelineIsSaved() {
    fresh("Getippt");
    fresh("Gespeichert");
    show(DealNavigation.PIPELINES);
    PipelineForm form = form(now("Getippt"));
    test(find(TextField.class, form).withLabel("Name").all().get(1)).setValue("Anders benannt");
    test(step(form, "Remove stage: Negotiation")).click();
    PipelineForm other = form(now("Gespeichert"));
    test(find(TextField.class, other).withLabel("Name").all().get(1)).setValue("Gesehen");
    press(other, "Save pipeline");
    assertThat(names(now("Gespeichert"))).startsWith("Gesehen");

    press(form(now("Getippt")), "Save pipeline");
    assertThat(names(now("Getippt")))
        .containsExactly("Anders benannt", "Qualified", "Offer made", "Won", "Lost");
  }

  @Test
  void aPipelineIsAddedAndArchived() {
    pipeline();
    int before = pipelines.all().size();
    show(DealNavigation.PIPELINES);
    click("Add pipeline");
    assertThat(pipelines.all()).hasSize(before + 1);

    press(form(now("New pipeline")), "Archive pipeline");
    assertThat(pipelines.all()).hasSize(before);
  }

  @Test
  void pipelinesAreFollowedInTheOrderThatManagersGiveThem() {
    fresh("Erste");
    fresh("Zweite");
    show(DealNavigation.PIPELINES);
    test(step(form(now("Zweite")), "Move pipeline up: Zweite")).click();

    List<String> order = pipelines.all().stream().map(Pipeline::name).toList();
    assertThat(order.indexOf("Zweite")).isEqualTo(order.indexOf("Erste") - 1);
    List<PipelineForm> forms = find(PipelineForm.class).all();
    assertThat(forms)
        .extracting(form -> form.getElement().getAttribute("aria-label"))
        .containsExactlyElementsOf(order);
    assertThat(step(forms.getFirst(), "Move pipeline up: " + order.getFirst()).isEnabled())
        .isFalse();
    assertThat(step(forms.getLast(), "Move pipeline down: " + order.getLast()).isEnabled())
        .isFalse();
  }
}
