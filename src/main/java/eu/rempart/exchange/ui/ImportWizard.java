package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.run.ImportBusyException;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.shell.part.Notices;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From a file to a running import, step by step. Left before that, it forgets the file. */
final class ImportWizard extends Div {

  private static final long serialVersionUID = 1L;

  private final transient ImportDesk desk;
  private final transient Consumer<ImportJob> started;
  private final OrderedList steps = new OrderedList();
  private final Paragraph fileName = new Paragraph();
  private final Div body = new Div();
  private final Button back = new Button(t("exchange.wizard.back"), _ -> back());
  private final Button forward = new Button("", _ -> forward());
  private final Paragraph vain = new Paragraph();
  private final Button another = new Button(t("exchange.wizard.another"), _ -> begin());
  private transient @Nullable ImportPlan plan;
  private transient @Nullable PreviewStep preview;
  private Step step = Step.UPLOAD;

  /**
   * @param started called with the import once it runs
   */
  ImportWizard(ImportDesk desk, Consumer<ImportJob> started) {
    this.desk = desk;
    this.started = started;
    addClassName("import-wizard");
    steps.addClassName("import-steps");
    body.addClassName("import-body");
    fileName.addClassName("import-file");
    forward.addThemeVariants(ButtonVariant.PRIMARY);
    another.addThemeVariants(ButtonVariant.TERTIARY);
    vain.addClassName("import-vain");
    vain.setId("import-vain");
    vain.getElement().setAttribute("role", "status");
    forward.getElement().setAttribute("aria-describedby", "import-vain");
    Div buttons = new Div(another, back, vain, forward);
    buttons.addClassName("import-buttons");
    add(steps, fileName, body, buttons);
    addDetachListener(_ -> forget());
    begin();
  }

  /** Starts anew with another file. */
  private void begin() {
    forget();
    show(Step.UPLOAD, new UploadStep(desk.uploads(), this::take));
  }

  private void forget() {
    if (preview != null) {
      preview.cancel();
      preview = null;
    }
    if (plan != null) {
      plan.file().close();
      plan = null;
    }
  }

  void take(Brought brought) {
    forget();
    ImportPlan taken = ImportPlan.of(brought, desk.writable(), desk.importer());
    plan = taken;
    showStep(taken.isCards() ? Step.PREVIEW : Step.FOUND);
  }

  private void showStep(Step next) {
    ImportPlan current = plan;
    if (current == null) {
      begin();
      return;
    }
    switch (next) {
      case UPLOAD -> begin();
      case FOUND -> showFound(current);
      case MAPPING -> showMapping(current);
      case PREVIEW -> showPreview(current);
    }
  }

  private void showFound(ImportPlan current) {
    Set<ImportKind> kinds = desk.kinds();
    show(
        Step.FOUND,
        new FoundStep(
            current.inspection(),
            kinds,
            (dialect, kind) -> {
              current
                  .correct(dialect, kind)
                  .ifPresent(problem -> Notices.error(ImportWords.ofUi().file(problem)));
              showFound(current);
            },
            sheet -> {
              current
                  .turnTo(sheet)
                  .ifPresent(problem -> Notices.error(ImportWords.ofUi().file(problem)));
              showFound(current);
            }));
    forward.setEnabled(kinds.contains(current.kind()));
  }

  private void showMapping(ImportPlan current) {
    show(
        Step.MAPPING,
        new MappingStep(
            current.inspection(),
            current.mapping(),
            current.own(),
            mapping -> {
              current.map(mapping);
              forward.setEnabled(current.isMapped());
            }));
    forward.setEnabled(current.isMapped());
  }

  private void showPreview(ImportPlan current) {
    PreviewStep shown =
        new PreviewStep(
            current.kind(),
            current.isCards(),
            current.kind() == ImportKind.DEALS ? desk.allPipelines() : List.of(),
            current.importer(),
            current.choice(),
            choice -> {
              current.choose(choice);
              return desk.imports().preview(current.toImport(), choice.policy());
            },
            this::worth);
    preview = shown;
    show(Step.PREVIEW, shown);
    shown.tellWorth(); // it may be through already
  }

  /** Whether there is any use in an import; why not, if there is none. */
  private void worth(String whyNot) {
    vain.setText(whyNot);
    vain.setVisible(!whyNot.isEmpty());
    forward.setEnabled(whyNot.isEmpty());
  }

  private void show(Step shown, Component content) {
    step = shown;
    body.removeAll();
    body.add(content);
    ImportPlan current = plan;
    fileName.setText(current == null ? "" : current.file().name());
    fileName.setVisible(current != null);
    back.setVisible(shown == Step.MAPPING || (shown == Step.PREVIEW && !isCards()));
    another.setVisible(shown != Step.UPLOAD);
    forward.setVisible(shown != Step.UPLOAD);
    worth("");
    forward.setText(shown == Step.PREVIEW ? t("exchange.wizard.start") : t("exchange.wizard.next"));
    mark();
  }

  private boolean isCards() {
    return plan != null && plan.isCards();
  }

  private void mark() {
    steps.removeAll();
    List<Step> shown = isCards() ? List.of(Step.UPLOAD, Step.PREVIEW) : List.of(Step.values());
    for (Step one : shown) {
      ListItem item = new ListItem(one.title());
      item.setClassName("is-done", one.compareTo(step) < 0);
      if (one == step) {
        item.getElement().setAttribute("aria-current", "step");
      }
      steps.add(item);
    }
  }

  private void back() {
    showStep(step == Step.PREVIEW ? Step.MAPPING : Step.FOUND);
  }

  private void forward() {
    switch (step) {
      case UPLOAD -> begin();
      case FOUND -> showStep(Step.MAPPING);
      case MAPPING -> showStep(Step.PREVIEW);
      case PREVIEW -> start();
    }
  }

  private void start() {
    ImportPlan current = plan;
    PreviewStep last = preview;
    if (current == null || last == null) {
      return;
    }
    last.cancel();
    current.choose(last.choice());
    try {
      ImportJob job =
          desk.imports().start(current.toImport(), current.choice().policy(), ImportWords.ofUi());
      plan = null; // from now on the import closes the file
      started.accept(job);
    } catch (ImportBusyException e) {
      Notices.error(t("exchange.busy"));
    }
  }

  private enum Step {
    UPLOAD,
    FOUND,
    MAPPING,
    PREVIEW;

    String title() {
      return switch (this) {
        case UPLOAD -> t("exchange.step.upload");
        case FOUND -> t("exchange.step.found");
        case MAPPING -> t("exchange.step.mapping");
        case PREVIEW -> t("exchange.step.preview");
      };
    }
  }
}
