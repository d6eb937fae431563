package eu.rempart.search;

import eu.rempart.search.order.Columns;
import eu.rempart.search.order.Plan;
import eu.rempart.search.question.FieldType;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.word.Filing;
import eu.rempart.search.word.Names;
import eu.rempart.search.word.Needle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns our queries into Lucene's. */
final class Planner implements Plan {

  private final SearchSchema schema;
  private final Columns columns;
  private final Sight sight;

  Planner(SearchSchema schema, Columns columns, Sight sight) {
    this.schema = schema;
    this.columns = columns;
    this.sight = sight;
  }

  @Override
  public @Nullable Query exactly(SearchQuery query) {
    return plan(query, this::exact);
  }

  @Override
  public List<Query> ranks(SearchQuery query) {
    List<Needle> needles = Needle.of(query.text());
    Query everything = exactly(query);
    if (everything == null || needles.isEmpty()) {
      return List.of();
    }
    List<Query> better = new ArrayList<>();
    if (sight.sees(schema.primary())) {
      better.add(TextQueries.wholeName(query.text()));
      better.add(each(needles, needle -> TextQueries.word(Names.NAME, needle)));
      better.add(each(needles, TextQueries::nameBeginning));
    }
    if (!sight.hidesText()) {
      better.add(each(needles, needle -> TextQueries.word(Names.WORDS, needle)));
    }
    List<Query> ranks = new ArrayList<>();
    for (int rank = 0; rank <= better.size(); rank++) {
      BooleanQuery.Builder one = new BooleanQuery.Builder();
      if (rank == better.size() || sight.hidesText()) {
        one.add(everything, Occur.FILTER);
      }
      if (rank < better.size()) {
        one.add(better.get(rank), Occur.FILTER);
        narrow(query, one);
      }
      better.subList(0, rank).forEach(former -> one.add(former, Occur.MUST_NOT));
      ranks.add(one.build());
    }
    return ranks;
  }

  @Override
  public List<Query> similarly(SearchQuery query) {
    List<Needle> needles = Needle.of(query.text());
    List<Query> wider = new ArrayList<>();
    List<Query> joined = new ArrayList<>();
    for (List<Needle> others : Needle.joined(needles)) {
      joined.add(each(others, this::exact));
    }
    if (sight.sees(schema.primary()) && needles.stream().anyMatch(TextQueries::mayBeTwoWords)) {
      joined.add(
          each(needles, needle -> TextQueries.any(exact(needle), TextQueries.apart(needle))));
    }
    if (!joined.isEmpty()) {
      wider.add(TextQueries.any(joined.toArray(Query[]::new)));
    }
    for (int typos = 1; typos <= TextQueries.MOST_TYPOS; typos++) {
      int most = typos;
      if (needles.stream().anyMatch(needle -> TextQueries.mayHaveTypos(needle, most))) {
        wider.add(each(needles, needle -> similar(needle, most)));
      }
    }
    return wider.stream().map(found -> narrowed(query, found)).toList();
  }

  private Query exact(Needle needle) {
    Query found = TextQueries.exactly(needle);
    return sight.hidesText() ? new VisibleTextQuery(found, needle, visible()) : found;
  }

  /** Typos only in what may be seen: of all texts the name alone is filed on its own. */
  private Query similar(Needle needle, int typos) {
    String field = sight.hidesText() ? Names.NAME : Names.WORDS;
    return needle instanceof Needle.Word(String part)
            && TextQueries.mayHaveTypos(needle, 1)
            && (!sight.hidesText() || sight.sees(schema.primary()))
        ? TextQueries.any(exact(needle), TextQueries.typo(field, part, typos))
        : exact(needle);
  }

  private BitSet visible() {
    BitSet places = new BitSet();
    for (int place = 0; place < schema.fields().size(); place++) {
      places.set(place, sight.sees(schema.fields().get(place)));
    }
    return places;
  }

  private @Nullable Query plan(SearchQuery query, Function<Needle, Query> clause) {
    List<Needle> needles = Needle.of(query.text());
    if (needles.isEmpty() && !query.hasNoText()) {
      return MatchNoDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    needles.forEach(needle -> all.add(clause.apply(needle), Occur.FILTER));
    narrow(query, all);
    BooleanQuery together = all.build();
    return together.clauses().isEmpty() ? null : together;
  }

  private static Query each(List<Needle> needles, Function<Needle, Query> clause) {
    return TextQueries.all(needles.stream().map(clause).toList());
  }

  /** Of what a query finds, what the filter lets through and whoever searches may see. */
  private Query narrowed(SearchQuery query, Query found) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(found, Occur.FILTER);
    narrow(query, all);
    return all.build();
  }

  private void narrow(SearchQuery query, BooleanQuery.Builder all) {
    if (!query.filter().equals(Filter.EVERYTHING)) {
      all.add(filter(query.filter()), Occur.FILTER);
    }
    Filter owned = sight.owned(schema);
    if (owned != null) {
      all.add(filter(owned), Occur.FILTER);
    }
  }

  /** What nobody here may see matches nothing. */
  private boolean sees(Filter filter) {
    return switch (filter) {
      case Filter.In<?> in -> sight.sees(in.field());
      case Filter.Between<?> between -> sight.sees(between.field());
      case Filter.StartsWith starts -> sight.sees(starts.field());
      case Filter.Contains contains -> sight.sees(contains.field());
      case Filter.Present present -> sight.sees(present.field());
      case Filter.And _, Filter.Or _, Filter.Not _ -> true;
    };
  }

  Query filter(Filter filter) {
    if (!sees(filter)) {
      return MatchNoDocsQuery.INSTANCE;
    }
    return switch (filter) {
      case Filter.In<?>(SearchField<?> field, var values) -> in(field, List.copyOf(values));
      case Filter.Between<?> between -> between(between);
      case Filter.Contains(SearchField<String> field, String part) -> {
        require(field, field.filtered() && field.type().hasTerms());
        yield TextQueries.within(Names.filtered(field), Filing.term(field.type(), part));
      }
      case Filter.StartsWith(SearchField<String> field, String prefix) -> {
        require(field, field.filtered() && field.type().hasTerms());
        yield TextQueries.prefix(Names.filtered(field), Filing.term(field.type(), prefix));
      }
      case Filter.Present(SearchField<?> field) -> {
        schema.check(field);
        yield new TermQuery(new Term(Names.PRESENT, field.name()));
      }
      case Filter.And(List<Filter> all) -> TextQueries.all(all.stream().map(this::filter).toList());
      case Filter.Or(List<Filter> any) ->
          any.isEmpty()
              ? MatchNoDocsQuery.INSTANCE
              : TextQueries.any(any.stream().map(this::filter).toArray(Query[]::new));
      case Filter.Not(Filter inner) ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(filter(inner), Occur.MUST_NOT)
              .build();
    };
  }

  private Query in(SearchField<?> field, List<?> values) {
    require(field, field.filtered());
    if (field.type().isRange()) {
      return TextQueries.any(
          values.stream()
              .map(value -> Filing.number(field.type(), value))
              .map(number -> columns.between(field, number, number))
              .toArray(Query[]::new));
    }
    if (field.type() == FieldType.EMAIL) {
      return TextQueries.any(
          values.stream().map(value -> TextQueries.email((String) value)).toArray(Query[]::new));
    }
    if (field.type() == FieldType.PHONE) {
      return TextQueries.any(
          values.stream().map(value -> TextQueries.phone((String) value)).toArray(Query[]::new));
    }
    List<BytesRef> terms =
        values.stream().map(value -> new BytesRef(Filing.term(field.type(), value))).toList();
    return terms.size() == 1
        ? new TermQuery(new Term(Names.filtered(field), terms.get(0)))
        : new TermInSetQuery(Names.filtered(field), terms);
  }

  private Query between(Filter.Between<?> between) {
    SearchField<?> field = between.field();
    require(field, field.sorted() && field.type().isRange());
    Object from = between.from();
    Object to = between.to();
    return columns.between(
        field,
        from == null ? Long.MIN_VALUE : Filing.number(field.type(), from),
        to == null ? Long.MAX_VALUE : Filing.number(field.type(), to));
  }

  private void require(SearchField<?> field, boolean able) {
    schema.check(field);
    if (!able) {
      throw new IllegalArgumentException("cannot be filtered so: " + field.name());
    }
  }
}
