package eu.rempart.deal.pipeline.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.Pipelines;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Glyph;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The pipelines and their stages, for those who shape them. */
@StyleSheet("styles/deals.css")
@Route(value = DealNavigation.PIPELINES, layout = MainLayout.class)
@RolesAllowed(Access.PIPELINES)
public class PipelineView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient Pipelines pipelines;
  private final transient PipelineService service;
  private final Div cards = new Div();

  PipelineView(Pipelines pipelines, PipelineService service) {
    this.pipelines = pipelines;
    this.service = service;
    addClassName("pipelines-view");
    cards.addClassName("pipelines");
    var add = new Button(t("deal.pipelines.add"), Glyph.ADD.create(), _ -> add());
    add.addThemeVariants(ButtonVariant.PRIMARY);
    var head = new Div(new H1(t("deal.pipelines.title")), add);
    head.addClassName("pipelines-head");
    add(head, new Paragraph(t("deal.pipelines.sentence")), cards);
    refresh();
  }

  private void refresh() {
    cards.removeAll();
    List<Pipeline> all = pipelines.all();
    all.forEach(pipeline -> cards.add(new PipelineForm(pipeline, all, service, this::refresh)));
  }

  private void add() {
    service.create(t("deal.pipelines.new"), Pipelines.firstStages());
    refresh();
  }

  @Override
  public String getPageTitle() {
    return t("deal.pipelines.title");
  }
}
