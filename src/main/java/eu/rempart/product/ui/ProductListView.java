package eu.rempart.product.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.product.Product;
import eu.rempart.product.ProductService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All products: found and added. */
@StyleSheet("styles/quotes.css")
@Route(value = ProductNavigation.LIST, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class ProductListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ProductService products;
  private final transient ProductEditor editor;
  private final transient ProductUnfinished unfinished;
  private final TextField search = new TextField();
  private final Div notice = new Div();
  private final Grid<Product> grid = new Grid<>();

  ProductListView(
      ProductService products,
      ProductEditor editor,
      ProductUnfinished unfinished,
      CustomFields custom,
      CurrentMember member) {
    this.products = products;
    this.editor = editor;
    this.unfinished = unfinished;
    addClassNames("products-view", "records-view");
    search.setAriaLabel(t("product.search"));
    search.setPlaceholder(t("product.search"));
    search.setPrefixComponent(Glyph.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(_ -> refresh());
    var head = new Div(new H1(t("product.list.title")), search);
    head.addClassName("quotes-head");
    if (member.may(Right.WRITE_RECORDS, "product")) {
      var add = new Button(t("product.add"), Glyph.ADD.create(), _ -> create());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      head.add(add);
    }
    prepareGrid(custom.book("product"));
    notice.addClassName("draft-slot");
    add(head, notice, grid);
  }

  /** Of the organisation's own fields those show that are to be in this list. */
  private void prepareGrid(CustomBook own) {
    grid.addComponentColumn(ProductListView::name)
        .setHeader(t("product.field.name"))
        .setFlexGrow(2);
    grid.addColumn(product -> ProductTexts.text(product.data().code()))
        .setHeader(t("product.field.code"));
    grid.addColumn(product -> ProductTexts.price(product.data()))
        .setHeader(t("product.field.price"));
    grid.addColumn(product -> ProductTexts.vat(product.data()))
        .setHeader(t("product.field.vat_category"));
    grid.addColumn(product -> ProductTexts.offered(product.data()))
        .setHeader(t("product.field.offered"));
    own.all().stream()
        .filter(field -> field.lists().contains("product"))
        .forEach(
            field ->
                grid.addColumn(product -> ProductTexts.own(field, product))
                    .setHeader(CustomBook.label(field)));
    Phone.cards(grid, grid.addComponentColumn(ProductListView::card).setFlexGrow(1));
    grid.getElement().setAttribute("aria-label", t("product.list.title"));
    grid.addItemClickListener(click -> ProductNavigation.open(click.getItem().id()));
    grid.setEmptyStateComponent(
        new EmptyState(Glyph.TAG, t("product.empty.title"), t("product.empty.sentence")));
  }

  /** Opens the product by key, too. */
  private static Anchor name(Product product) {
    var open = new Anchor(ProductNavigation.details(product.id()), product.name());
    open.getElement().setAttribute("router-link", true);
    open.addClassName("product-name");
    return open;
  }

  private static Div card(Product product) {
    var facts =
        new Span(
            Stream.of(
                    ProductTexts.price(product.data()),
                    ProductTexts.vat(product.data()),
                    ProductTexts.text(product.data().code()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    facts.addClassName("link-what");
    var card = new Div(name(product), facts);
    card.addClassName("link-words");
    return card;
  }

  /** Page by page, as the list is scrolled. */
  private void refresh() {
    String wanted = search.getValue().strip();
    Locale reader = Texts.locale();
    grid.setItems(
        query -> products.page(wanted, query.getOffset(), query.getLimit(), reader).rows().stream(),
        _ -> products.page(wanted, 0, 1, reader).total());
  }

  private void create() {
    notice.removeAll();
    editor.create(this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    refresh();
    notice.removeAll();
    unfinished.notice(null, this::create).ifPresent(notice::add);
  }

  @Override
  public String getPageTitle() {
    return t("product.list.title");
  }
}
