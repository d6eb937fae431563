package eu.rempart.search;

import eu.rempart.search.question.FieldType;
import eu.rempart.search.word.Filing;
import eu.rempart.search.word.Folding;
import eu.rempart.search.word.Grams;
import eu.rempart.search.word.Names;
import eu.rempart.search.word.Needle;
import eu.rempart.search.word.Words;
import java.util.ArrayList;
import java.util.List;
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
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/** Lucene's queries for what somebody typed, blind to who may see what. */
final class TextQueries {

  /** In a long word; a shorter one may have one, and a short one none. */
  static final int MOST_TYPOS = 2;

  private static final int LEAST_LETTERS_FOR_TYPO = 4;
  private static final int LEAST_LETTERS_FOR_TWO = 8;
  private static final int LEAST_LETTERS_OF_HALF = 3;
  private static final int MOST_SPELLINGS = 50;

  private TextQueries() {}

  /** Texts with the needle in them. */
  static Query exactly(Needle needle) {
    return switch (needle) {
      case Needle.Word(String part) -> wordPart(part);
      case Needle.Email(String part) ->
          ContainsQuery.of(Names.GRAMS, Grams.ofEmailPart(part), part);
      case Needle.Digits(List<String> spellings, List<String> words) ->
          any(
              Stream.concat(
                      spellings.stream().map(TextQueries::digits),
                      Stream.of(all(words.stream().map(TextQueries::wordPart).toList())))
                  .toArray(Query[]::new));
    };
  }

  /** Names that have these words and no others, in any order. */
  static Query wholeName(String text) {
    return new TermQuery(new Term(Names.NAME, Names.wholeName(Words.of(Folding.fold(text)))));
  }

  /**
   * Records that have the needle as a word of its own, or as an address or number of its own.
   *
   * @param field {@link Names#NAME} or {@link Names#WORDS}
   */
  static Query word(String field, Needle needle) {
    return switch (needle) {
      case Needle.Word(String part) -> new TermQuery(new Term(field, part));
      case Needle.Email(String part) -> email(part);
      case Needle.Digits(List<String> spellings, List<String> words) ->
          any(
              Stream.concat(
                      spellings.stream().map(TextQueries::wholeNumber),
                      Stream.of(
                          all(
                              words.stream()
                                  .map(word -> new TermQuery(new Term(field, word)))
                                  .toList())))
                  .toArray(Query[]::new));
    };
  }

  /** Records with a name of which a word begins so. */
  static Query nameBeginning(Needle needle) {
    return switch (needle) {
      case Needle.Word(String part) -> nameBeginning(part);
      case Needle.Email _ -> word(Names.NAME, needle);
      case Needle.Digits(_, List<String> words) ->
          all(words.stream().map(TextQueries::nameBeginning).toList());
    };
  }

  /** One letter or two are filed by themselves: very many words begin so. */
  private static Query nameBeginning(String part) {
    return part.length() < Grams.LETTERS
        ? new TermQuery(new Term(Names.NAME, Grams.ofWordPart(part).getFirst()))
        : prefix(Names.NAME, part);
  }

  /** Whether it is long enough for so many typos. */
  static boolean mayHaveTypos(Needle needle, int typos) {
    return needle instanceof Needle.Word(String part) && typos <= mostTypos(part);
  }

  private static int mostTypos(String word) {
    return word.length() >= LEAST_LETTERS_FOR_TWO
        ? MOST_TYPOS
        : word.length() >= LEAST_LETTERS_FOR_TYPO ? 1 : 0;
  }

  /**
   * Words with so many typos at most, or as many as a word of this length may have; two letters in
   * the wrong order are one. With two, the first letter is right.
   */
  static Query typo(String field, String word, int typos) {
    int edits = Math.min(typos, mostTypos(word));
    return new FuzzyQuery(
        new Term(field, word),
        edits,
        edits > 1 ? 1 : 0,
        MOST_SPELLINGS,
        true,
        new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(MOST_SPELLINGS));
  }

  /** Whether names may have it as two words. */
  static boolean mayBeTwoWords(Needle needle) {
    return needle instanceof Needle.Word(String part)
        && part.length() >= 2 * LEAST_LETTERS_OF_HALF
        && part.length() <= Needle.LONGEST_JOINED;
  }

  /** Names that have both halves of the needle as words, wherever it is cut. */
  static Query apart(Needle needle) {
    if (!mayBeTwoWords(needle) || !(needle instanceof Needle.Word(String part))) {
      return MatchNoDocsQuery.INSTANCE;
    }
    List<Query> cuts = new ArrayList<>();
    for (int at = LEAST_LETTERS_OF_HALF; at <= part.length() - LEAST_LETTERS_OF_HALF; at++) {
      cuts.add(
          all(
              List.of(
                  new TermQuery(new Term(Names.NAME, part.substring(0, at))),
                  new TermQuery(new Term(Names.NAME, part.substring(at))))));
    }
    return any(cuts.toArray(Query[]::new));
  }

  /** Every word of the name, each with a typo at most, in the name of the record. */
  static @Nullable Query nearName(List<String> words) {
    return words.isEmpty()
        ? null
        : all(
            words.stream()
                .distinct()
                .map(
                    word ->
                        mostTypos(word) > 0
                            ? typo(Names.NAME, word, 1)
                            : new TermQuery(new Term(Names.NAME, word)))
                .toList());
  }

  /** A phone number as a whole. */
  static Query phone(String number) {
    return wholeNumber(Filing.term(FieldType.PHONE, number));
  }

  private static Query wholeNumber(String digits) {
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

  static Query prefix(String field, String prefix) {
    return new PrefixQuery(new Term(field, prefix), MultiTermQuery.CONSTANT_SCORE_REWRITE);
  }

  /** Terms that have this in them: looks through all terms of the field. */
  static Query within(String field, String part) {
    String plain = part.replaceAll("[\\\\*?]", "\\\\$0");
    return new WildcardQuery(
        new Term(field, "*" + plain + "*"),
        Operations.DEFAULT_DETERMINIZE_WORK_LIMIT,
        MultiTermQuery.CONSTANT_SCORE_REWRITE);
  }

  static Query all(List<? extends Query> queries) {
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

  static Query any(Query... queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query query : queries) {
      any.add(new ConstantScoreQuery(query), Occur.SHOULD);
    }
    return any.build();
  }
}
