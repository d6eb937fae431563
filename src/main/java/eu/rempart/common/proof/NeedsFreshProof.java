package eu.rempart.common.proof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a method of a service asks for a {@link FreshProof}, always or for some arguments. It
 * does nothing by itself: the method calls {@link FreshProof#require}, which a test holds.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface NeedsFreshProof {

  /** What the proof is for. */
  ProofPurpose value();
}
