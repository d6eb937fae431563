package eu.rempart.product.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import eu.rempart.product.ProductService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All products: found, added, changed in a panel. */
@StyleSheet("styles/quotes.css")
@Route(value = ProductNavigation.ROUTE, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class ProductListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ProductService products;
  private final transient ProductEditor editor;
  private final transient ProductUnfinished unfinished;
  private final boolean writes;
  private final TextField search = new TextField();
  private final Div notice = new Div();
  private final Grid<Product> grid = new Grid<>();

  ProductListView(
      ProductService products,
      ProductEditor editor,
      ProductUnfinished unfinished,
      CurrentMember member) {
    this.products = products;
    this.editor = editor;
    this.unfinished = unfinished;
    this.writes = member.may(Right.WRITE_RECORDS, "product");
    addClassNames("products-view", "records-view");
    search.setAriaLabel(t("product.search"));
    search.setPlaceholder(t("product.search"));
    search.setPrefixComponent(Glyph.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(_ -> refresh());
    var head = new Div(new H1(t("product.list.title")), search);
    head.addClassName("quotes-head");
    if (writes) {
      var add = new Button(t("product.add"), Glyph.ADD.create(), _ -> create());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      head.add(add);
    }
    prepareGrid();
    notice.addClassName("draft-slot");
    add(head, notice, grid);
  }

  private void prepareGrid() {
    grid.addComponentColumn(this::name).setHeader(t("product.field.name")).setFlexGrow(2);
    grid.addColumn(product -> text(product.data().code())).setHeader(t("product.field.code"));
    grid.addColumn(product -> price(product.data())).setHeader(t("product.field.price"));
    grid.addColumn(product -> vat(product.data())).setHeader(t("product.field.vat_category"));
    grid.addColumn(product -> offered(product.data())).setHeader(t("product.field.offered"));
    Phone.cards(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
    grid.getElement().setAttribute("aria-label", t("product.list.title"));
    grid.addItemClickListener(
        click -> {
          if (writes) {
            edit(click.getItem());
          }
        });
    grid.setEmptyStateComponent(
        new EmptyState(Glyph.TAG, t("product.empty.title"), t("product.empty.sentence")));
  }

  /** Opens the product by key, too. */
  private Component name(Product product) {
    if (!writes) {
      return new Span(product.name());
    }
    var open = new NativeButton(product.name(), _ -> edit(product));
    open.addClassName("product-name");
    return open;
  }

  private Div card(Product product) {
    var facts =
        new Span(
            Stream.of(price(product.data()), vat(product.data()), text(product.data().code()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    facts.addClassName("link-what");
    var card = new Div(name(product), facts);
    card.addClassName("link-words");
    return card;
  }

  private static String price(ProductData data) {
    return data.price() == null
        ? ""
        : Formats.exactMoney(data.price(), data.currency())
            + (data.unit() == null ? "" : " / " + data.unit());
  }

  private static String vat(ProductData data) {
    return data.vatRate() == null || data.vatCategory() == null
        ? t("product.vat.by.country")
        : data.vatCategory().equals("STANDARD")
            ? Formats.number(data.vatRate()) + " %"
            : t("quote.vat." + data.vatCategory());
  }

  private static String offered(ProductData data) {
    return data.offered() ? t("product.offered.yes") : t("product.offered.no");
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }

  private void refresh() {
    String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
    List<Product> found =
        products.all(Texts.locale()).stream()
            .filter(
                product ->
                    Stream.of(product.name(), text(product.data().code()))
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted)))
            .toList();
    grid.setItems(found);
  }

  private void create() {
    notice.removeAll();
    editor.open(null, ProductData.EMPTY, this::refresh);
  }

  private void edit(Product product) {
    editor.open(product, product.data(), this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    refresh();
    notice.removeAll();
    unfinished.notice(null, this::create).ifPresent(notice::add);
    event
        .getRouteParameters()
        .get("id")
        .ifPresent(
            id -> {
              Product product =
                  ListAddress.uuid(id)
                      .map(ProductId::new)
                      .flatMap(products::find)
                      .orElseThrow(NotFoundException::new);
              if (writes) {
                edit(product);
              }
            });
  }

  @Override
  public String getPageTitle() {
    return t("product.list.title");
  }
}
