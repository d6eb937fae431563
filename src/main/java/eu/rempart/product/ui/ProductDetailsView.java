package eu.rempart.product.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.history.RecordRef;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductField;
import eu.rempart.product.ProductId;
import eu.rempart.product.ProductService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordMarks;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RecordHeader;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.part.UrlTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One product: what quotes say of it, and its history. */
@StyleSheet("styles/quotes.css")
@Route(value = ProductNavigation.DETAILS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class ProductDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ProductService products;
  private final transient ProductEditor editor;
  private final transient ProductUnfinished unfinished;
  private final transient HistoryPanels histories;
  private final transient CustomFields custom;
  private final transient RecordMarks marks;
  private final RecordHeader header = new RecordHeader();
  private final Div notice = new Div();
  private final Div details = new Div();
  private final Div history = new Div();
  private final boolean writes;
  private boolean historyShown;
  private transient @Nullable Product product;

  ProductDetailsView(
      ProductService products,
      ProductEditor editor,
      ProductUnfinished unfinished,
      HistoryPanels histories,
      CustomFields custom,
      RecordMarks marks,
      CurrentMember member) {
    this.products = products;
    this.editor = editor;
    this.unfinished = unfinished;
    this.histories = histories;
    this.custom = custom;
    this.marks = marks;
    this.writes = member.may(Right.WRITE_RECORDS, "product");
    addClassNames("product-view", "record-view");
    notice.addClassName("draft-slot");
    details.addClassName("record-details");
    if (member.may(Right.ARCHIVE_RECORDS, "product")) {
      header.addAction(new Button(t("product.archive"), Glyph.ARCHIVE.create(), _ -> archive()));
    }
    if (writes) {
      var edit = new Button(t("product.edit"), Glyph.EDIT.create(), _ -> edit());
      edit.addThemeVariants(ButtonVariant.PRIMARY);
      header.addAction(edit);
      Shortcuts.on(edit, Shortcuts.EDIT);
    }
    add(
        header,
        notice,
        new UrlTabs()
            .add("details", t("product.tab.details"), () -> details)
            .add("history", t("product.tab.history"), this::firstHistory));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(
        event
            .getRouteParameters()
            .get("id")
            .flatMap(ListAddress::uuid)
            .map(ProductId::new)
            .flatMap(products::find)
            .orElseThrow(NotFoundException::new));
  }

  private void reload() {
    if (product != null) {
      products.find(product.id()).ifPresentOrElse(this::show, ProductNavigation::openList);
    }
  }

  private void show(Product shown) {
    product = shown;
    ProductData data = shown.data();
    header.show(
        shown.name(),
        Stream.of(ProductTexts.text(data.code()), ProductTexts.price(data))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")),
        Avatar.Shape.COMPANY);
    marks.show(header, "product", shown.id().value(), Set.of());
    notice.removeAll();
    if (writes) {
      unfinished.notice(shown, this::edit).ifPresent(notice::add);
    }
    details.removeAll();
    details.add(new Card(t("product.card"), facts(shown)));
    if (historyShown) {
      fillHistory(shown);
    }
  }

  private FieldList facts(Product shown) {
    ProductData data = shown.data();
    var facts = new FieldList();
    fill(facts, shown, ProductField.CODE, ProductTexts.text(data.code()));
    fill(facts, shown, ProductField.PRICE, ProductTexts.price(data));
    if (data.price() == null) { // else it stands behind the price
      fill(facts, shown, ProductField.UNIT, ProductTexts.text(data.unit()));
    }
    fill(facts, shown, ProductField.VAT_CATEGORY, ProductTexts.vat(data));
    fill(facts, shown, ProductField.OFFERED, ProductTexts.offered(data));
    own(facts, shown);
    String description = ProductTexts.text(data.description());
    if (description.isEmpty()) {
      fill(facts, shown, ProductField.DESCRIPTION, "");
    } else {
      var lines = new Paragraph(description);
      lines.addClassName("product-description");
      facts.add(ProductTexts.label(ProductField.DESCRIPTION), lines);
    }
    return facts;
  }

  private void own(FieldList facts, Product shown) {
    String code = shown.unopenable().get(ProductField.CUSTOM);
    if (code == null) {
      CustomWords.fill(facts, custom.book("product"), shown.data().custom());
    } else {
      facts.add(ProductTexts.label(ProductField.CUSTOM), new SealedMark(code));
    }
  }

  private static void fill(FieldList facts, Product shown, ProductField field, String value) {
    String code = shown.unopenable().get(field);
    if (code != null) {
      facts.add(ProductTexts.label(field), new SealedMark(code));
    } else {
      facts.add(ProductTexts.label(field), value);
    }
  }

  private Div firstHistory() {
    historyShown = true;
    if (product != null) {
      fillHistory(product);
    }
    return history;
  }

  private void fillHistory(Product shown) {
    history.removeAll();
    history.add(histories.of(new RecordRef("product", shown.id().value()), this::reload));
  }

  private void edit() {
    if (product != null && writes) {
      notice.removeAll();
      editor.edit(product, this::reload);
    }
  }

  private void archive() {
    if (product != null) {
      editor.archive(product.id());
    }
  }

  @Override
  public String getPageTitle() {
    return product == null ? t("product.list.title") : product.name();
  }
}
