package eu.rempart.search;

import eu.rempart.search.order.Columns;
import eu.rempart.search.order.Plan;
import eu.rempart.search.question.FieldType;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.word.Filing;
import eu.rempart.search.word.Folding;
import eu.rempart.search.word.Grams;
import eu.rempart.search.word.Names;
import eu.rempart.search.word.Needle;
import eu.rempart.search.word.Words;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns our queries into Lucene's. */
final class Planner implements Plan {

  private static final int LEAST_LETTERS_FOR_TYPOS = 4;
  private static final int MOST_SPELLINGS = 50;

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
  public @Nullable Query similarly(SearchQuery query) {
    boolean possible =
        Needle.of(query.text()).stream()
            .anyMatch(needle -> needle instanceof Needle.Word word && mayHaveTypo(word.part()));
    return possible ? plan(query, this::similar) : null;
  }

  @Override
  public @Nullable Query beginnings(SearchQuery query) {
    return plan(query, sight.sees(schema.primary()) ? Planner::beginning : this::exact);
  }

  private Query exact(Needle needle) {
    Query found = exactly(needle);
    return sight.hidesText() ? new VisibleTextQuery(found, needle, visible()) : found;
  }

  /** Typos only in what may be seen: of all texts the name alone is filed on its own. */
  private Query similar(Needle needle) {
    if (!sight.hidesText()) {
      return similarly(needle);
    }
    return needle instanceof Needle.Word(String part)
            && mayHaveTypo(part)
            && sight.sees(schema.primary())
        ? any(exact(needle), typo(Names.NAME, part))
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
    if (!query.filter().equals(Filter.EVERYTHING)) {
      all.add(filter(query.filter()), Occur.FILTER);
    }
    Filter owned = sight.owned(schema);
    if (owned != null) {
      all.add(filter(owned), Occur.FILTER);
    }
    BooleanQuery together = all.build();
    return together.clauses().isEmpty() ? null : together;
  }

  private static Query exactly(Needle needle) {
    return switch (needle) {
      case Needle.Word(String part) -> wordPart(part);
      case Needle.Email(String part) ->
          ContainsQuery.of(Names.GRAMS, Grams.ofEmailPart(part), part);
      case Needle.Digits(List<String> spellings, List<String> words) ->
          any(
              Stream.concat(
                      spellings.stream().map(Planner::digits),
                      Stream.of(all(words.stream().map(Planner::wordPart).toList())))
                  .toArray(Query[]::new));
    };
  }

  private static Query similarly(Needle needle) {
    return needle instanceof Needle.Word(String part) && mayHaveTypo(part)
        ? any(wordPart(part), typo(Names.WORDS, part))
        : exactly(needle);
  }

  private static Query beginning(Needle needle) {
    return switch (needle) {
      case Needle.Word(String part) -> prefix(Names.NAME, part);
      case Needle.Email _, Needle.Digits _ -> exactly(needle);
    };
  }

  private static Query wordPart(String part) {
    List<String> grams = Grams.ofWordPart(part);
    return part.length() > Grams.LETTERS
        ? ContainsQuery.ofWordPart(grams, part)
        : ContainsQuery.ofGrams(Names.GRAMS, grams);
  }

  private static Query digits(String digits) {
    return digits.length() < Grams.DIGITS
        ? prefix(Names.DIGITS, digits)
        : ContainsQuery.of(Names.DIGITS, Grams.ofDigits(digits), digits);
  }

  private static Query prefix(String field, String prefix) {
    return new PrefixQuery(new Term(field, prefix), MultiTermQuery.CONSTANT_SCORE_REWRITE);
  }

  private static boolean mayHaveTypo(String word) {
    return word.length() >= LEAST_LETTERS_FOR_TYPOS;
  }

  private static Query typo(String field, String word) {
    return new FuzzyQuery(
        new Term(field, word),
        1,
        0,
        MOST_SPELLINGS,
        true,
        new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(MOST_SPELLINGS));
  }

  /** Every word of the name, each with a typo at most, in the name of the record. */
  static @Nullable Query nearName(String name) {
    List<String> words = Words.of(Folding.fold(name)).stream().distinct().limit(6).toList();
    return words.isEmpty()
        ? null
        : all(
            words.stream()
                .map(
                    word ->
                        mayHaveTypo(word)
                            ? typo(Names.NAME, word)
                            : new TermQuery(new Term(Names.NAME, word)))
                .toList());
  }

  /** A phone number as a whole. */
  static Query phone(String number) {
    String digits = Filing.term(FieldType.PHONE, number);
    return digits.length() < Grams.DIGITS
        ? MatchNoDocsQuery.INSTANCE
        : ContainsQuery.of(Names.DIGITS, Grams.ofDigits(digits), line(digits));
  }

  /** An address as a whole. */
  static Query email(String address) {
    return new TermQuery(new Term(Names.ADDRESSES, Filing.term(FieldType.EMAIL, address)));
  }

  private static String line(String value) {
    return "\n" + value + "\n";
  }

  /** What nobody here may see matches nothing. */
  private boolean sees(Filter filter) {
    return switch (filter) {
      case Filter.In<?> in -> sight.sees(in.field());
      case Filter.Between<?> between -> sight.sees(between.field());
      case Filter.StartsWith starts -> sight.sees(starts.field());
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
      case Filter.StartsWith(SearchField<String> field, String prefix) -> {
        require(field, field.filtered() && field.type().hasTerms());
        yield prefix(Names.filtered(field), Filing.term(field.type(), prefix));
      }
      case Filter.Present(SearchField<?> field) -> {
        schema.check(field);
        yield new TermQuery(new Term(Names.PRESENT, field.name()));
      }
      case Filter.And(List<Filter> all) -> all(all.stream().map(this::filter).toList());
      case Filter.Or(List<Filter> any) ->
          any.isEmpty()
              ? MatchNoDocsQuery.INSTANCE
              : any(any.stream().map(this::filter).toArray(Query[]::new));
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
      return any(
          values.stream()
              .map(value -> Filing.number(field.type(), value))
              .map(number -> columns.between(field, number, number))
              .toArray(Query[]::new));
    }
    if (field.type() == FieldType.EMAIL) {
      return any(values.stream().map(value -> email((String) value)).toArray(Query[]::new));
    }
    if (field.type() == FieldType.PHONE) {
      return any(values.stream().map(value -> phone((String) value)).toArray(Query[]::new));
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

  private static Query all(List<? extends Query> queries) {
    if (queries.size() == 1) {
      return queries.get(0);
    }
    if (queries.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    queries.forEach(query -> all.add(query, Occur.FILTER));
    return all.build();
  }

  private static Query any(Query... queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query query : queries) {
      any.add(new ConstantScoreQuery(query), Occur.SHOULD);
    }
    return any.build();
  }
}
