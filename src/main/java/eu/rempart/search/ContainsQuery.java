package eu.rempart.search;

import eu.rempart.search.word.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Documents that have all these groups of letters and whose text contains the needle. The groups'
 * postings are in the order of the index, so that the first page of a frequent needle ends early.
 */
final class ContainsQuery extends Query {

  private final String field;
  private final List<String> grams;
  private final @Nullable BytesRef needle;
  private final boolean word;

  private ContainsQuery(String field, List<String> grams, @Nullable String needle, boolean word) {
    this.field = field;
    this.grams = List.copyOf(grams);
    this.needle = needle == null ? null : new BytesRef(needle);
    this.word = word;
  }

  /** The groups themselves are the condition. */
  static ContainsQuery ofGrams(String field, List<String> grams) {
    return new ContainsQuery(field, grams, null, false);
  }

  static ContainsQuery of(String field, List<String> grams, String needle) {
    return new ContainsQuery(field, grams, needle, false);
  }

  /**
   * Documents that have the needle as a word of its own are taken without looking into their text.
   */
  static ContainsQuery ofWordPart(List<String> grams, String needle) {
    return new ContainsQuery(Names.GRAMS, grams, needle, true);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        return supplier(context, scoreMode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private @Nullable ScorerSupplier supplier(LeafReaderContext context, ScoreMode scoreMode)
      throws IOException {
    Terms terms = context.reader().terms(field);
    if (terms == null) {
      return null;
    }
    TermsEnum all = terms.iterator();
    List<TermState> states = new ArrayList<>(grams.size());
    int rarest = Integer.MAX_VALUE;
    for (String gram : grams) {
      if (!all.seekExact(new BytesRef(gram))) {
        return null;
      }
      states.add(all.termState());
      rarest = Math.min(rarest, all.docFreq());
    }
    long cost = rarest;
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        List<DocIdSetIterator> postings = new ArrayList<>(states.size());
        for (int i = 0; i < states.size(); i++) {
          all.seekExact(new BytesRef(grams.get(i)), states.get(i));
          postings.add(all.postings(null, PostingsEnum.NONE));
        }
        DocIdSetIterator candidates =
            postings.size() == 1 ? postings.get(0) : ConjunctionUtils.intersectIterators(postings);
        if (needle == null) {
          return new ConstantScoreScorer(1, scoreMode, candidates);
        }
        return new ConstantScoreScorer(1, scoreMode, verified(context, candidates, needle));
      }

      @Override
      public long cost() {
        return cost;
      }
    };
  }

  private TwoPhaseIterator verified(
      LeafReaderContext context, DocIdSetIterator candidates, BytesRef needle) throws IOException {
    BinaryDocValues texts = context.reader().getBinaryDocValues(Names.TEXT);
    PostingsEnum postings =
        word ? context.reader().postings(new Term(Names.WORDS, needle), PostingsEnum.NONE) : null;
    DocIdSetIterator wholeWords = postings == null ? DocIdSetIterator.empty() : postings;
    return new TwoPhaseIterator(candidates) {
      @Override
      public boolean matches() throws IOException {
        int doc = candidates.docID();
        int whole = wholeWords.docID() < doc ? wholeWords.advance(doc) : wholeWords.docID();
        return whole == doc
            || (texts != null && texts.advanceExact(doc) && contains(texts.binaryValue(), needle));
      }

      @Override
      public float matchCost() {
        return 100;
      }
    };
  }

  static boolean contains(BytesRef text, BytesRef needle) {
    byte[] bytes = text.bytes;
    byte first = needle.bytes[needle.offset];
    int last = text.offset + text.length - needle.length;
    for (int i = text.offset; i <= last; i++) {
      if (bytes[i] == first && matchesAt(bytes, i, needle)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAt(byte[] bytes, int at, BytesRef needle) {
    for (int j = 1; j < needle.length; j++) {
      if (bytes[at + j] != needle.bytes[needle.offset + j]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String unused) {
    return "contains";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && other instanceof ContainsQuery that
        && field.equals(that.field)
        && grams.equals(that.grams)
        && word == that.word
        && Objects.equals(needle, that.needle);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, grams, needle, word);
  }
}
