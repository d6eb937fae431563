package eu.rempart.deal.pipeline.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineRules;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Removal;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.deal.ui.DealTexts;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A pipeline and its stages. Names and order are saved together; removing asks at once. */
final class PipelineForm extends Section implements StageRow.Steps {

  private static final long serialVersionUID = 1L;

  private final transient PipelineService service;
  private final transient Runnable changed;
  private final TextField name = new TextField(t("pipeline.field.name"));
  private final OrderedList list = new OrderedList();
  private final List<StageRow> rows = new ArrayList<>();

  /** What moves it, with the key of what that is called. */
  private final Map<Button, String> steps = new LinkedHashMap<>();

  /** As it is shown: what was typed is saved over this. */
  private transient Pipeline pipeline;

  PipelineForm(Pipeline pipeline, List<Pipeline> all, PipelineService service, Runnable changed) {
    this.pipeline = pipeline;
    this.service = service;
    this.changed = changed;
    addClassNames("card", "pipeline-form");
    name.setMaxLength(PipelineRules.MAX_NAME);
    list.addClassName("stage-rows");
    var add = new Button(t("deal.stage.add"), Glyph.ADD.create(), _ -> add());
    add.addThemeVariants(ButtonVariant.TERTIARY);
    var save = new Button(t("deal.pipelines.save"), _ -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    SubmitKeys.press(save, this);
    var foot = new Div(add, save);
    foot.addClassName("pipeline-foot");
    var head = new Div(name);
    head.addClassName("pipeline-head");
    if (all.size() > 1) {
      head.add(
          step(Glyph.ARROW_UP, "deal.pipelines.up", true, pipeline.equals(all.getFirst())),
          step(Glyph.ARROW_DOWN, "deal.pipelines.down", false, pipeline.equals(all.getLast())));
      var remove =
          new Button(
              t("deal.pipelines.archive"),
              Glyph.ARCHIVE.create(),
              _ -> answer(service.remove(this.pipeline.id(), null), changed, this::askPipeline));
      foot.addComponentAtIndex(1, remove);
    }
    add(head, list, foot);
    show(pipeline);
  }

  private void show(Pipeline now) {
    pipeline = now;
    getElement().setAttribute("aria-label", now.name());
    steps.forEach((step, key) -> step.setAriaLabel(t(key) + ": " + now.name()));
    name.setValue(now.name());
    rows.clear();
    now.stages().forEach(stage -> rows.add(new StageRow(stage, this)));
    arrange();
  }

  private Button step(Glyph glyph, String key, boolean up, boolean end) {
    var step = new Button(glyph.create(), _ -> move(up));
    step.addThemeVariants(ButtonVariant.TERTIARY);
    steps.put(step, key);
    step.setTooltipText(t(key));
    step.setEnabled(!end);
    return step;
  }

  private void move(boolean up) {
    if (!service.move(pipeline.id(), up)) {
      Notices.error(t("deal.stage.stale"));
    }
    changed.run();
  }

  private void arrange() {
    list.removeAll();
    rows.forEach(list::add);
  }

  private void add() {
    int open = (int) rows.stream().filter(row -> row.before().open()).count();
    rows.add(
        open,
        new StageRow(
            new Stage(null, t("deal.stage.new"), DealState.OPEN, open % Stage.TONES, 50, null),
            this));
    arrange();
  }

  @Override
  public void up(StageRow row) {
    swap(rows.indexOf(row), -1);
  }

  @Override
  public void down(StageRow row) {
    swap(rows.indexOf(row), 1);
  }

  private void swap(int at, int by) {
    int to = at + by;
    if (to >= 0 && to < rows.size() && rows.get(to).before().open()) {
      rows.add(to, rows.remove(at));
      arrange();
    }
  }

  @Override
  public void remove(StageRow row) {
    StageId id = row.before().id();
    if (id == null) {
      rows.remove(row);
      arrange();
    } else {
      answer(service.remove(id, null), () -> gone(row), deals -> askStage(row, id, deals));
    }
  }

  /** What is typed of the other stages, and of other pipelines, stays. */
  private void gone(StageRow row) {
    StageId id = row.before().id();
    if (id != null) {
      pipeline = pipeline.without(id);
    }
    rows.remove(row);
    arrange();
  }

  private void save() {
    List<Stage> stages = rows.stream().map(StageRow::stage).toList();
    rows.stream()
        .filter(row -> row.stage().name().isEmpty())
        .findFirst()
        .ifPresent(StageRow::wantName);
    if (rows.stream().anyMatch(row -> row.isWrong() || row.stage().name().isEmpty())) {
      return;
    }
    try {
      if (service.save(pipeline, name.getValue(), stages)) {
        Notices.success(t("deal.pipelines.saved"));
        service.find(pipeline.id()).ifPresentOrElse(this::show, changed);
      } else {
        Notices.error(t("deal.pipelines.stale")); // what is typed stays to be read
      }
    } catch (InvalidFieldException e) {
      name.setErrorMessage(DealTexts.problem(e.problem()));
      name.setInvalid(name.getValue().isBlank());
      if (!name.isInvalid()) {
        Notices.error(DealTexts.problem(e.problem()));
      }
    }
  }

  private interface Asking {
    void ask(int deals);
  }

  private void answer(Removal removal, Runnable done, Asking occupied) {
    switch (removal) {
      case Removal.Done() -> {
        Notices.success(t("deal.stage.removed"));
        done.run();
      }
      case Removal.Occupied(int deals) -> occupied.ask(deals);
      case Removal.Needed() -> Notices.error(t("deal.stage.needed"));
      case Removal.Gone() -> {
        Notices.error(t("deal.stage.stale"));
        changed.run();
      }
    }
  }

  private void askStage(StageRow row, StageId id, int deals) {
    List<Stage> others =
        pipeline.open().stream().filter(stage -> !stage.kept().equals(id)).toList();
    Select<Stage> where = choice(others, Stage::name);
    ask(
        deals,
        where,
        () ->
            answer(
                service.remove(id, where.getValue().kept()), () -> gone(row), _ -> changed.run()));
  }

  private void askPipeline(int deals) {
    List<Pipeline> others =
        service.all().stream().filter(other -> !other.id().equals(pipeline.id())).toList();
    Select<Pipeline> where = choice(others, Pipeline::name);
    ask(
        deals,
        where,
        () ->
            answer(
                service.remove(pipeline.id(), where.getValue().id()), changed, _ -> changed.run()));
  }

  private static <T> Select<T> choice(List<T> others, Function<T, String> label) {
    var where = new Select<T>();
    where.setLabel(t("deal.stage.where"));
    where.setItems(others);
    where.setItemLabelGenerator(item -> label(item, label));
    others.stream().findFirst().ifPresent(where::setValue);
    return where;
  }

  private static <T> String label(@Nullable T item, Function<T, String> label) {
    return item == null ? "" : label.apply(item);
  }

  private static void ask(int deals, Component where, Runnable run) {
    Confirmation.ask(
        t("deal.stage.occupied.title"),
        new Div(new Paragraph(t("deal.stage.occupied", deals)), where),
        t("deal.stage.move"),
        run);
  }
}
