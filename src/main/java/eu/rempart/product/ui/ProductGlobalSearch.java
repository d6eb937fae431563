package eu.rempart.product.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.product.Product;
import eu.rempart.product.ProductService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.RecordHits;
import eu.rempart.shell.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Products in the search box of every page, by name, code and description. */
@Component
@Order(37)
class ProductGlobalSearch implements GlobalSearch, RecordHits {

  private final ProductService products;
  private final CurrentMember member;

  ProductGlobalSearch(ProductService products, CurrentMember member) {
    this.products = products;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS, kind()) || !products.indexState().ready()) {
      return List.of();
    }
    List<Hit> hits =
        products.page(query, 0, limit, Texts.locale()).rows().stream()
            .map(ProductGlobalSearch::hit)
            .toList();
    return hits.isEmpty() ? List.of() : List.of(new Group("product.list.title", hits, ""));
  }

  @Override
  public String kind() {
    return "product";
  }

  @Override
  public Map<UUID, Hit> hits(List<UUID> ids) {
    Map<UUID, Hit> hits = new HashMap<>();
    if (member.may(Right.READ_RECORDS, kind())) {
      products.findAll(ids).forEach(found -> hits.put(found.id().value(), hit(found)));
    }
    return hits;
  }

  private static Hit hit(Product product) {
    return new Hit(
        product.name(),
        Stream.of(ProductTexts.text(product.data().code()), ProductTexts.price(product.data()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")),
        ProductNavigation.details(product.id()),
        "");
  }
}
