package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.CompanyReference;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealDataBuilder;
import eu.rempart.deal.DealField;
import eu.rempart.deal.DealRules;
import eu.rempart.deal.line.ui.DealProducts;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.product.Product;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.FieldLock;
import eu.rempart.shell.field.FieldRemarks;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.tag.TagsField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people fill in about a deal. */
final class DealForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MILLIS = 400;

  private final Binder<DealDraft> binder = new Binder<>();
  private final Map<DealField, Component> fields = new EnumMap<>(DealField.class);
  private final TextField name = new TextField();
  private final ChoiceField<CompanyReference> company;
  private final DecimalField amount = DecimalField.amount();
  private final CurrencyField currency = new CurrencyField();
  private final Select<StageId> stage = new Select<>();
  private final DateField expectedClose = new DateField();
  private final WholeNumberField probability = new WholeNumberField();
  private final ChoiceField<UUID> owner = new ChoiceField<>();
  private final TextField source = new TextField();
  private final TextArea lostReason = new TextArea();
  private final TextArea description = new TextArea();
  private final TextField externalId = new TextField();
  private final TagsField tags;
  private final CustomValuesField custom;
  private final DealProducts products;
  private final transient RecordPickers pickers;
  private final transient StageBook stages;
  private DealData before = DealData.EMPTY;

  /**
   * An empty form.
   *
   * @param members names of those who may own a deal
   * @param offered products that lines can be made from
   */
  DealForm(
      RecordPickers pickers,
      StageBook stages,
      Map<UUID, String> members,
      Tags known,
      CustomBook own,
      List<Product> offered) {
    tags = new TagsField(known);
    custom = new CustomValuesField(own);
    products = new DealProducts(offered, amount, currency);
    this.pickers = pickers;
    this.stages = stages;
    company = pickers.company();
    prepare(members);
    bind();
    var more = new Details(t("deal.form.more"), grid(source, probability, externalId), description);
    getContent().addClassNames("record-form", "deal-form");
    getContent()
        .add(
            name,
            company,
            grid(amount, currency, stage, expectedClose, owner),
            tags,
            custom,
            products,
            lostReason,
            more);
  }

  private static Div grid(Component... inputs) {
    var grid = new Div(inputs);
    grid.addClassName("form-grid");
    return grid;
  }

  private void prepare(Map<UUID, String> members) {
    name.setMaxLength(DealRules.MAX_NAME);
    name.setRequiredIndicatorVisible(true);
    stage.setItemLabelGenerator(stages::name);
    owner.setItems(members.keySet());
    owner.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    owner.setClearButtonVisible(true);
    amount.currencyIn(currency);
    probability.setMin(0);
    probability.setMax(100);
    lostReason.setMaxLength(DealRules.MAX_REASON);
    lostReason.setVisible(false);
    description.setMaxLength(DealRules.MAX_DESCRIPTION);
    description.setMinRows(3);
    stage.addValueChangeListener(change -> probability.setPlaceholder(likely(change.getValue())));
    Stream.<HasValueChangeMode>of(name, source, externalId, description, lostReason, probability)
        .forEach(DealForm::soon);
  }

  /** What the stage expects, where nothing else is filled in. */
  private String likely(@Nullable StageId id) {
    return stages.stage(id).map(Stage::probability).map(String::valueOf).orElse("");
  }

  private static void soon(HasValueChangeMode field) {
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MILLIS);
  }

  private void bind() {
    text(DealField.NAME, name, DealData::name, DealDataBuilder::name);
    text(DealField.SOURCE, source, DealData::source, DealDataBuilder::source);
    text(DealField.LOST_REASON, lostReason, DealData::lostReason, DealDataBuilder::lostReason);
    text(DealField.DESCRIPTION, description, DealData::description, DealDataBuilder::description);
    text(DealField.EXTERNAL_ID, externalId, DealData::externalId, DealDataBuilder::externalId);
    value(DealField.AMOUNT, amount, DealData::amount, DealDataBuilder::amount);
    value(DealField.CURRENCY, currency, DealData::currency, DealDataBuilder::currency);
    value(DealField.TAGS, tags, DealData::tags, DealDataBuilder::tags);
    value(DealField.CUSTOM, custom, DealData::custom, DealDataBuilder::custom);
    value(DealField.STAGE, stage, DealData::stageId, DealDataBuilder::stageId);
    value(
        DealField.EXPECTED_CLOSE,
        expectedClose,
        DealData::expectedClose,
        DealDataBuilder::expectedClose);
    value(DealField.PROBABILITY, probability, DealData::probability, DealDataBuilder::probability);
    value(DealField.OWNER, owner, DealData::ownerId, DealDataBuilder::ownerId);
    value(
        DealField.COMPANY,
        company,
        data -> pickers.reference(data.companyId()),
        (builder, chosen) -> builder.companyId(chosen == null ? null : chosen.id()));
  }

  private void text(
      DealField field,
      HasValue<?, String> input,
      Function<DealData, @Nullable String> get,
      BiConsumer<DealDataBuilder, @Nullable String> set) {
    label(field, (Component) input);
    binder
        .forField(input)
        .withNullRepresentation("")
        .bind(
            draft -> get.apply(draft.data()),
            (draft, value) -> draft.edit(builder -> set.accept(builder, value)));
  }

  // Binder's setters take null, which its types can't say
  @SuppressWarnings("NullAway")
  private <V> void value(
      DealField field,
      HasValue<?, V> input,
      Function<DealData, @Nullable V> get,
      BiConsumer<DealDataBuilder, @Nullable V> set) {
    label(field, (Component) input);
    binder
        .forField(input)
        .bind(
            draft -> get.apply(draft.data()),
            (draft, value) -> draft.edit(builder -> set.accept(builder, value)));
  }

  private void label(DealField field, Component input) {
    fields.put(field, input);
    if (input instanceof HasLabel labelled) {
      labelled.setLabel(DealTexts.label(field));
    }
  }

  /** Leaves out what the person may not see, and locks what they may not change. */
  void narrow(Set<String> hidden, Set<String> fixed) {
    fields.forEach(
        (field, input) ->
            FieldLock.apply(
                input, hidden.contains(field.column()), fixed.contains(field.column())));
    products.narrow(hidden, fixed);
  }

  /** Shows a deal; fields that did not open are empty and say so. */
  void show(DealData data, Map<DealField, String> unopenable) {
    before = data;
    offerStages(data.stageId());
    lostReason.setVisible(
        data.lostReason() != null || unopenable.containsKey(DealField.LOST_REASON));
    products.show(data, unopenable, () -> binder.readBean(new DealDraft(data)));
    FieldRemarks.unopenable(unopenable, fields, code -> t("deal.form.sealed", code));
  }

  /** Open stages, and the one in which the deal stands: it is won or lost elsewhere. */
  private void offerStages(@Nullable StageId own) {
    List<StageId> offered = new ArrayList<>();
    stages.pipelines().stream()
        .flatMap(pipeline -> pipeline.open().stream())
        .map(Stage::kept)
        .forEach(offered::add);
    if (own != null && !offered.contains(own)) {
      offered.add(own);
    }
    stage.setItems(offered);
  }

  /** Puts back what was typed earlier, over what {@link #show} showed. */
  void fill(DealData typed) {
    products.show(typed, Map.of(), () -> binder.readBean(new DealDraft(typed)));
  }

  /** Calls back on every change, with what is typed so far. */
  void onChange(Consumer<DealData> listener) {
    binder.addValueChangeListener(_ -> listener.accept(typed()));
    products.onChange(() -> listener.accept(typed()));
  }

  private DealData typed() {
    var draft = new DealDraft(before);
    binder.writeBeanAsDraft(draft, true); // what is wrong yet is typed too
    return draft.with(products::write);
  }

  /** Whether anything differs from what was shown. */
  boolean isChanged() {
    return products.isBegun() || !DealField.changed(before, typed()).isEmpty();
  }

  /** What is typed, if it can be kept; else the fields say what is wrong. */
  Optional<DealData> value() {
    var draft = new DealDraft(before);
    boolean complete = products.isComplete();
    return binder.writeBeanIfValid(draft) && complete
        ? Optional.of(draft.with(products::write))
        : Optional.empty();
  }

  /** Says at the field what is wrong with it. */
  void show(InvalidFieldException problem) {
    FieldRemarks.refused(
        problem,
        fields,
        DealField::column,
        field ->
            switch (field) {
              case NAME -> t("deal.problem.NAME");
              case CUSTOM -> t("shell.custom.stale");
              default -> DealTexts.problem(problem.problem());
            });
  }

  /** The part of it on the products. */
  DealProducts products() {
    return products;
  }

  /** Puts the cursor where typing begins. */
  void focus() {
    name.focus();
  }
}
