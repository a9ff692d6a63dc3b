"""A server that is slow to answer, as far as a page can tell."""


class Held:
    """What a page asks for at addresses that match, answered only once it is let through."""

    def __init__(self, page, addresses):
        self.routes, self.are_held = [], True
        page.route(addresses, self.meet)

    def meet(self, route):
        if self.are_held:
            self.routes.append(route)
        else:
            route.continue_()

    def let_through(self):
        self.are_held = False
        for route in self.routes:
            route.continue_()
