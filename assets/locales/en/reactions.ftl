### Reactions: an emoji at something that the patient wrote.

react = React
react-choices = React to this message
react-more = More emoji
key-react = React to the newest message
reaction-us = Us
reaction-own = { $by } reacted with { $emoji }: { $state }. { $act }
reaction-by = { $by } reacted with { $emoji }: { $state }
reaction-take-back = Press to take it back
reaction-keep = Press to keep it
reaction-there = the patient can see it
reaction-going-turn = on its way
reaction-going-network = leaves when we are online
reaction-going-earlier = on its way
reaction-going-provider = the channel asked us to wait
reaction-going-sign-in = waits until somebody signs in again
reaction-leaving-turn = being taken back
reaction-leaving-network = taken back when we are online
reaction-leaving-earlier = being taken back
reaction-leaving-provider = taken back when the channel lets us
reaction-leaving-sign-in = taken back when somebody signs in again
reaction-not-sent = The reaction was not sent.
reaction-stayed = The reaction was not taken back.
reaction-unclear = { $provider } did not answer, so the patient may see it all the same.
reaction-let-go = Let it go
