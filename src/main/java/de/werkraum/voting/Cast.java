package de.werkraum.voting;

/** A member's ballot as last committed. */
public record Cast(String member, Ballot ballot) {}
