package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import eu.rempart.common.CountryCode;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.TextEncoding;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.ImportState;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.result.Tally;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The last step before anything is written: choices, and what they would lead to. */
final class PreviewStep extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * What was chosen.
   *
   * @param mine whether new records without an owner are to be those of whoever imports
   */
  record Choice(
      MatchPolicy policy,
      @Nullable CountryCode home,
      @Nullable StageId otherStage,
      @Nullable Charset encoding,
      boolean mine) {}

  private final transient Function<Choice, ImportJob> start;
  private final transient Consumer<String> worth;
  private final RadioButtonGroup<MatchPolicy> policy = new RadioButtonGroup<>();
  private final ChoiceField<CountryCode> home = new ChoiceField<>();
  private final ChoiceField<StageId> otherStage = new ChoiceField<>();
  private final Select<Charset> encoding = new Select<>();
  private final Checkbox mine = new Checkbox();
  private final Div result = new Div();
  private transient @Nullable ImportJob job;

  /**
   * @param cards whether the file is of vCards, whose encoding no step before shows
   * @param pipelines of deals; none for other files
   * @param importer who imports
   * @param start begins a preview with this choice
   * @param worth told why an import would change nothing, or nothing where it would or isn't known
   */
  PreviewStep(
      ImportKind kind,
      boolean cards,
      List<Pipeline> pipelines,
      Importer importer,
      Choice choice,
      Function<Choice, ImportJob> start,
      Consumer<String> worth) {
    this.start = start;
    this.worth = worth;
    addClassName("import-preview");
    result.addClassName("import-result");
    preparePolicy(kind, choice.policy());
    prepareHome(kind, choice.home());
    Div choices = new Div(policy, home);
    if (!pipelines.isEmpty()) {
      prepareStage(pipelines, choice.otherStage());
      choices.add(otherStage);
    }
    if (cards) {
      prepareEncoding(choice.encoding());
      choices.add(encoding);
    }
    prepareOwner(importer, choice.mine());
    choices.add(mine);
    choices.addClassName("import-choices");
    add(new H2(t("exchange.preview.title")), choices, result);
    addDetachListener(_ -> cancel());
    preview();
  }

  /** Says whose the new records will be; whoever works with their own alone has no choice. */
  private void prepareOwner(Importer importer, boolean value) {
    mine.setLabel(t("exchange.owner.mine", importer.name()));
    mine.setValue(value || importer.alone());
    mine.setReadOnly(importer.alone());
  }

  private void prepareStage(List<Pipeline> pipelines, @Nullable StageId value) {
    Map<StageId, String> names = new LinkedHashMap<>();
    for (Pipeline pipeline : pipelines) {
      String before = pipelines.size() == 1 ? "" : pipeline.name() + " · ";
      pipeline.open().forEach(stage -> names.put(stage.kept(), before + stage.name()));
    }
    otherStage.setLabel(t("exchange.stage.label"));
    otherStage.setHelperText(t("exchange.stage.help"));
    otherStage.setItems(names.keySet());
    otherStage.setItemLabelGenerator(stage -> names.getOrDefault(stage, "…"));
    otherStage.setClearButtonVisible(true);
    otherStage.setValue(value);
    otherStage.addValueChangeListener(_ -> preview());
  }

  /** Each choice shows the rows anew, with their names as it reads them. */
  private void prepareEncoding(@Nullable Charset value) {
    encoding.setLabel(t("exchange.found.encoding"));
    encoding.setHelperText(t("exchange.cards.encoding.help"));
    encoding.setItems(TextEncoding.CHOICES);
    encoding.setItemLabelGenerator(
        charset -> charset == null ? t("exchange.cards.encoding") : Encodings.label(charset));
    encoding.setEmptySelectionAllowed(true);
    encoding.setEmptySelectionCaption(t("exchange.cards.encoding"));
    encoding.setValue(value);
    encoding.addValueChangeListener(_ -> preview());
  }

  private void preparePolicy(ImportKind kind, MatchPolicy value) {
    policy.setLabel(
        t(
            switch (kind) {
              case PEOPLE -> "exchange.policy.label";
              case DEALS -> "exchange.policy.deals";
              case ACTIVITIES -> "exchange.policy.activities";
            }));
    policy.setItems(MatchPolicy.values());
    policy.setItemLabelGenerator(
        item ->
            switch (item) {
              case UPDATE -> t("exchange.policy.update");
              case SKIP -> t("exchange.policy.skip");
              case CREATE -> t("exchange.policy.create");
            });
    policy.setValue(value);
    policy.addValueChangeListener(_ -> preview());
  }

  private void prepareHome(ImportKind kind, @Nullable CountryCode value) {
    Locale locale = Texts.locale();
    List<CountryCode> countries =
        Arrays.stream(Locale.getISOCountries())
            .map(CountryCode::of)
            .sorted(Comparator.comparing(country -> country.name(locale)))
            .toList();
    boolean deals = kind == ImportKind.DEALS;
    home.setLabel(t(deals ? "exchange.home.deals" : "exchange.home.label"));
    home.setHelperText(t(deals ? "exchange.home.deals.help" : "exchange.home.help"));
    home.setVisible(kind != ImportKind.ACTIVITIES);
    home.setItems(countries);
    home.setItemLabelGenerator(country -> country.name(locale));
    home.setClearButtonVisible(true);
    home.setValue(value);
    home.addValueChangeListener(_ -> preview());
  }

  Choice choice() {
    return new Choice(
        policy.getValue(),
        home.getValue(),
        otherStage.getValue(),
        encoding.getValue(),
        mine.getValue());
  }

  private void preview() {
    cancel();
    ImportJob started = start.apply(choice());
    job = started;
    result.removeAll();
    Preview shown = new Preview(started);
    result.add(shown);
    JobWatch.watch(
        shown,
        started,
        now -> {
          shown.show(now);
          if (started.equals(job)) {
            tellWorth();
          }
        });
  }

  /** Says whether an import would change anything, as far as that is known. */
  void tellWorth() {
    if (job != null) {
      worth.accept(inVain(job));
    }
  }

  /** Why an import of all this would change nothing; empty where it would, or isn't known. */
  private static String inVain(ImportJob preview) {
    Tally.Counts counts = preview.counts();
    if (preview.state() != ImportState.DONE
        || counts.created() + counts.updated() > 0
        || preview.wouldWrite()) {
      return "";
    }
    return t(
        counts.rows() == 0
            ? "exchange.preview.vain.empty"
            : counts.failed() == counts.rows()
                ? "exchange.preview.vain.failed"
                : "exchange.preview.vain.skipped");
  }

  /** Stops the preview, if one runs. */
  void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  /** One preview: its progress, then its rows. */
  private static final class Preview extends Div {

    private static final long serialVersionUID = 1L;

    private final ProgressBar bar = new ProgressBar();
    private final Paragraph state = new Paragraph();
    private final CountsBar counts = new CountsBar();
    private final Paragraph created = new Paragraph();
    private final Grid<RowResult> rows = new Grid<>();
    private final Button stop;
    private boolean done;

    Preview(ImportJob job) {
      stop = new Button(t("exchange.preview.stop"), _ -> job.cancel());
      state.addClassName("import-state");
      state.getElement().setAttribute("role", "status");
      prepareRows();
      add(bar, state, counts, created, stop, rows);
    }

    private void prepareRows() {
      ImportWords words = ImportWords.ofUi();
      rows.addClassName("import-rows");
      rows.setSelectionMode(Grid.SelectionMode.NONE);
      rows.addThemeVariants(GridVariant.WRAP_CELL_CONTENT); // reasons are sentences
      rows.addColumn(r -> Formats.number(r.row().number()))
          .setHeader(t("exchange.preview.row"))
          .setKey("row")
          .setFlexGrow(0);
      rows.addColumn(r -> ImportWords.subject(r.row()))
          .setHeader(t("exchange.preview.subject"))
          .setKey("subject");
      rows.addColumn(r -> ReadValues.of(r.row()))
          .setHeader(t("exchange.preview.values"))
          .setKey("values")
          .setFlexGrow(2);
      rows.addColumn(r -> words.kind(r.outcome().kind(), 1))
          .setHeader(t("exchange.preview.outcome"))
          .setKey("outcome")
          .setFlexGrow(0)
          .setAutoWidth(true);
      rows.addColumn(words::explain)
          .setHeader(t("exchange.preview.reason"))
          .setKey("reason")
          .setFlexGrow(3);
      Phone.cards(rows, rows.addComponentColumn(row -> card(row, words)).setFlexGrow(1));
      rows.setAllRowsVisible(true);
      rows.setVisible(false);
    }

    /** The same in a few lines, for a phone. */
    private static Div card(RowResult row, ImportWords words) {
      Div head =
          new Div(
              new Span(Formats.number(row.row().number()) + " · " + ImportWords.subject(row.row())),
              new Span(words.kind(row.outcome().kind(), 1)));
      Div card = new Div(head, new Div(ReadValues.of(row.row())), new Div(words.explain(row)));
      card.addClassName("import-row-card");
      return card;
    }

    void show(ImportJob job) {
      if (done) {
        return;
      }
      done = job.state() != ImportState.RUNNING;
      bar.setValue(job.progress());
      bar.setVisible(!done);
      stop.setVisible(!done);
      counts.show(job.counts());
      created.setText(ImportWords.created("exchange.preview.created", job.created()));
      created.setVisible(!created.getText().isEmpty());
      state.setText(sentence(job));
      if (done) {
        List<RowResult> shown = job.shown();
        rows.setItems(shown);
        rows.setVisible(!shown.isEmpty());
      }
    }

    private static String sentence(ImportJob job) {
      return switch (job.state()) {
        case RUNNING -> t("exchange.preview.running", job.counts().rows());
        case CANCELLED -> t("exchange.preview.stopped", job.counts().rows());
        case FAILED, INTERRUPTED ->
            ImportWords.ofUi().failure(job.errorCode().orElse("exchange.failed.unexpected"));
        case DONE, UNDONE -> t("exchange.preview.done", job.counts().rows());
      };
    }
  }
}
